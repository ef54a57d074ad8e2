import { metadataHeaders } from '../answer-headers.ts'
import { preferredHost } from '../hosts.ts'
import type { JsonAnswer } from '../json-answer.ts'
import type { KeyPair } from '../keys/load-key.ts'
import type { ReceivedRequest } from '../received-request.ts'
import type { Json } from '../reply.ts'
import { requireTenant } from '../require-tenant.ts'
import type { AuthorityState } from '../state.ts'

/** RFC 7517 §5, as Entra serves it: `kid` is the thumbprint, and there is no `alg`. */
export function jwks(request: ReceivedRequest, state: AuthorityState): JsonAnswer {
  requireTenant(request)
  const issuer =
    request.route.version === 1
      ? {}
      : {
          cloud_instance_name: 'microsoftonline.com',
          issuer: `https://${preferredHost(request.url.host)}/{tenantid}/v2.0`,
        }
  const keys = state.signingKeys.published().map((key) => ({ ...renderKey(key), ...issuer }))
  return { status: 200, headers: metadataHeaders(request, state.clock), body: { keys } }
}

function renderKey({ publicKey, x5t, x5c }: KeyPair): Readonly<Record<string, Json>> {
  const { n = '', e = '' } = publicKey.export({ format: 'jwk' })
  return { kty: 'RSA', use: 'sig', kid: x5t, x5t, n, e, x5c: [x5c] }
}
