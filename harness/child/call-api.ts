import type { Authority } from '../../mock-authority/authority.ts'
import type { ApiAnswer } from '../observation.ts'

/** The harness itself calls a mock resource with a token that the subject gave, and reads the answer. */
export async function callApi(
  input: { readonly resource?: string | undefined },
  token: string | undefined,
  authority: Authority,
): Promise<ApiAnswer> {
  const resource = authority.directory.resources[input.resource ?? 'api']
  const response = await authority.handle(
    new Request(`${resource?.identifierUri}/v1/items`, {
      headers: token === undefined ? {} : { authorization: `Bearer ${token}` },
    }),
  )
  await response.arrayBuffer()
  return {
    status: response.status,
    challenge: readChallenge(response.headers.get('www-authenticate')),
  }
}

/** RFC 9110 §11.6.1: as far as the mock's own header needs it. `claims` is base64 of a JSON text. */
function readChallenge(header: string | null): ApiAnswer['challenge'] {
  if (header === null) return null
  const parameter = (name: string): string | null =>
    new RegExp(`\\b${name}="([^"]*)"`).exec(header)?.[1] ?? null
  const claims = parameter('claims')
  return {
    error: parameter('error'),
    claims: claims === null ? null : Buffer.from(claims, 'base64').toString('utf8'),
  }
}
