import type { AccessToken } from '@azure/core-auth'
import type { Token } from './token.ts'

/** A token and all that is known of it, for its caller; times are milliseconds since 1970. */
export interface TokenFacts extends AccessToken {
  readonly tokenType: 'Bearer'
}

/** An object of the caller's own: what he does to it reaches no cache. */
export function renderToken({ token, expiresOnMs, refreshAfterMs }: Token): TokenFacts {
  return {
    token,
    expiresOnTimestamp: expiresOnMs,
    ...(refreshAfterMs !== undefined && { refreshAfterTimestamp: refreshAfterMs }),
    tokenType: 'Bearer',
  }
}
