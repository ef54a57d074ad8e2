import { certificateChecks } from '../client-assertion/certificate.ts'
import { federatedChecks } from '../client-assertion/federated.ts'
import type { ReceivedAssertion } from '../client-assertion/receive.ts'
import { isFederated } from '../client-assertion/trusted-keys.ts'
import { isEntraHost } from '../hosts.ts'
import { issueToken, type NewToken } from '../issue-token.ts'
import type { ReceivedRequest } from '../received-request.ts'
import { Refusal } from '../refusal.ts'
import type { Json } from '../reply.ts'
import { readRequestedClaims } from '../requested-claims.ts'
import { requestedResource } from '../requested-resource.ts'
import type { AuthorityState } from '../state.ts'
import { readTokenRequest, type TokenRequest } from '../token-request.ts'

export type TokenBody = Readonly<Record<string, Json>>

/** RFC 6749 §4.4: the client authenticates and asks for a token in its own name. */
export async function clientCredentials(
  request: ReceivedRequest,
  assertion: ReceivedAssertion | undefined,
  state: AuthorityState,
): Promise<TokenBody> {
  const form = readTokenRequest(request, state)
  authenticateClient(form, assertion, state)
  const { application, tenant } = form
  if (state.principals.isDisabled(tenant.name)) throw new Refusal(7000112)
  const requested = requestedResource(form.scope, request, state)
  const { cae } = readRequestedClaims(form.claims)
  const issued = await issueToken({ application, tenant, requested, cae }, request, state)
  return request.route.version === 1
    ? bodyV1(issued, requested.asked, state)
    : bodyV2(issued, state)
}

/** RFC 7521 §4.2, RFC 7523 §3: the first rule that an assertion breaks is the answer. */
function authenticateClient(
  { application, tenant }: TokenRequest,
  assertion: ReceivedAssertion | undefined,
  state: AuthorityState,
): void {
  if (assertion?.parsed === undefined) throw new Refusal(50027)
  const { parsed, signature } = assertion
  const isHost = (host: string): boolean => isEntraHost(host) || state.hosts.includes(host)
  const now = state.clock.now()
  const checks = isFederated(parsed) ? federatedChecks : certificateChecks
  for (const check of checks) {
    check({ assertion: parsed, signature, application, tenant, now, isHost })
  }
}

/** Captured in 2026: numbers, and nothing but these members. */
function bodyV2({ token, lifetimeSeconds }: NewToken, { lifetimes }: AuthorityState): TokenBody {
  return {
    token_type: 'Bearer',
    expires_in: lifetimeSeconds,
    ext_expires_in: lifetimeSeconds,
    ...(lifetimes.refreshIn !== undefined && { refresh_in: lifetimes.refreshIn }),
    access_token: token,
  }
}

/** MSAL.NET and managed identity: version 1 writes its numbers as text, and has more members. */
function bodyV1(
  { token, lifetimeSeconds }: NewToken,
  resource: string,
  { lifetimes, clock }: AuthorityState,
): TokenBody {
  const now = Math.floor(clock.now())
  return {
    token_type: 'Bearer',
    expires_in: String(lifetimeSeconds),
    ext_expires_in: String(lifetimeSeconds),
    ...(lifetimes.refreshIn !== undefined && { refresh_in: String(lifetimes.refreshIn) }),
    expires_on: String(now + lifetimeSeconds + 1),
    not_before: String(now - 300),
    resource,
    access_token: token,
  }
}
