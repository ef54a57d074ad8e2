import type { Wish } from './call.ts'
import { AuthenticationError, NetworkError } from './errors.ts'
import type { Token } from './token.ts'

/** One line for a token that was given out. */
export function renderSuccess({ question }: Wish, token: Token, nowMs: number): string {
  const { scopes, tenantId } = question
  const seconds = Math.round((token.expiresOnMs - nowMs) / 1000)
  return `ClientAssertionCredential: a token for ${scopes.join(' ')} in tenant ${tenantId}, valid for ${seconds} s`
}

/** One line for a call that failed. Messages are left out: they hold words of the authority, and of the callback. */
export function renderFailure(error: unknown): string {
  const name = error instanceof Error ? error.name : typeof error
  const facts =
    error instanceof AuthenticationError || error instanceof NetworkError ? error : undefined
  const code = facts?.code ? ` (${facts.code})` : ''
  const correlationId = facts instanceof AuthenticationError ? facts.correlationId : undefined
  return `ClientAssertionCredential: no token: ${name}${code}${correlationId ? `, correlation id ${correlationId}` : ''}.`
}
