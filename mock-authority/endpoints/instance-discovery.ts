import { metadataHeaders } from '../answer-headers.ts'
import { clouds, isEntraHost } from '../hosts.ts'
import type { JsonAnswer } from '../json-answer.ts'
import type { ReceivedRequest } from '../received-request.ts'
import { Refusal } from '../refusal.ts'
import type { AuthorityState } from '../state.ts'

/** `GET /common/discovery/instance`: which hosts are one cloud. A host that is none of Entra's is refused (recorded 2021). */
export function instanceDiscovery(request: ReceivedRequest, state: AuthorityState): JsonAnswer {
  const probed = request.url.searchParams.get('authorization_endpoint') ?? ''
  if (!URL.canParse(probed)) throw new Refusal(50050)
  const { host, pathname, protocol } = new URL(probed)
  if (protocol !== 'https:' || !isEntraHost(host)) throw new Refusal(50049)
  const [, tenant = 'common', ...rest] = pathname.split('/')
  const version = rest.includes('v2.0') ? '/v2.0' : ''
  return {
    status: 200,
    headers: metadataHeaders(request, state.clock),
    body: {
      tenant_discovery_endpoint: `https://${host}/${tenant}${version}/.well-known/openid-configuration`,
      'api-version': '1.1',
      metadata: clouds.map((one) => ({ ...one })),
    },
  }
}
