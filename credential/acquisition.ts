import type { Wish } from './call.ts'
import type { World } from './clock.ts'
import { AuthenticationError, CredentialUnavailableError } from './errors.ts'
import { createExchange } from './exchange.ts'
import type { Send } from './http.ts'
import { createMetadata } from './metadata.ts'
import { waitFor } from './patience.ts'
import type { Rules } from './rules.ts'
import type { AssertionContext, GetAssertion, Settings } from './settings.ts'
import { tokenHttpRequest } from './token-request.ts'
import type { Token } from './token.ts'

/** Gets a token from the authority, whatever is cached. */
export type Acquire = (wish: Wish, signal: AbortSignal) => Promise<Token>

/** RFC 7523 §2.2, whole: find the endpoint, ask for one assertion, send the request, read the answer. */
export function createAcquisition(
  settings: Settings,
  send: Send,
  tools: { rules: Rules; world: World },
): Acquire {
  const { rules, world } = tools
  const { clientId, getAssertion, retry } = settings
  const exchange = createExchange({ send, world, retry, retryDelayMs: rules.retryDelayMs })
  const findTokenEndpoint = createMetadata({ ...settings, ...rules }, exchange, world)
  return async ({ question, claims: asked }, signal) => {
    const correlationId = world.uuid()
    const { tenantId, scopes, enableCae } = question
    const claims = rules.mergeClaims(asked, enableCae)
    const endpoint = await findTokenEndpoint(tenantId, correlationId, signal)
    signal.throwIfAborted()
    const context = { clientId, tokenEndpoint: endpoint, abortSignal: signal }
    const assertion = rules.checkAssertion(
      await waitFor(ask(getAssertion, context), { signal }, world),
    )
    const request = { endpoint, clientId, scopes, assertion, claims, correlationId }
    const answer = await exchange(tokenHttpRequest(request, rules.tokenForm(request)), signal)
    return rules.readToken(answer, world.nowMs(), { secrets: [assertion], correlationId })
  }
}

/** Calls the callback. What it throws is the cause and no part of the message: it may hold anything. */
async function ask(getAssertion: GetAssertion, context: AssertionContext): Promise<unknown> {
  try {
    return await getAssertion(context)
  } catch (cause) {
    const message = 'the assertion callback failed; the cause says why'
    if (cause instanceof Error && cause.name === 'CredentialUnavailableError') {
      throw new CredentialUnavailableError(message, { cause })
    }
    throw new AuthenticationError(message, { code: 'assertion_failed', cause })
  }
}
