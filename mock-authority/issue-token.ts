import { type AccessTokenInput, accessTokenClaims } from './access-token.ts'
import type { ReceivedRequest } from './received-request.ts'
import type { AuthorityState } from './state.ts'

export type IssueInput = Pick<AccessTokenInput, 'application' | 'tenant' | 'requested' | 'cae'>

/** A signed access token, and how long it lives. */
export interface NewToken {
  readonly token: string
  readonly lifetimeSeconds: number
}

/** Signs an access token, and remembers it under its label. */
export async function issueToken(
  input: IssueInput,
  request: ReceivedRequest,
  state: AuthorityState,
): Promise<NewToken> {
  const { accessToken, caeAccessToken } = state.lifetimes
  const lifetimeSeconds = input.cae ? caeAccessToken : accessToken
  const { resource } = input.requested
  const issuedAt = state.clock.now()
  const claims = accessTokenClaims({ ...input, issuedAt, lifetimeSeconds, request })
  const token = await state.signingKeys.sign(claims, resource.tokenVersion)
  state.tokens.add(token, {
    tenant: input.tenant.name,
    resource: resource.name,
    cae: input.cae,
    claims,
    exchange: request.n,
  })
  return { token, lifetimeSeconds }
}
