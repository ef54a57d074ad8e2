/** An access token as this credential keeps it. */
export interface Token {
  readonly token: string
  /** Milliseconds since 1970. */
  readonly expiresOnMs: number
  /** Milliseconds since 1970: from then on a new one is fetched while this one is served. */
  readonly refreshAfterMs: number | undefined
}

/** A token that ends sooner is not given out: the request it is for may still be under way then. */
const SKEW_MS = 5 * 60_000

/** Whether a cached token is given out without asking for another. */
export function isFresh(token: Token, nowMs: number): boolean {
  return token.expiresOnMs - nowMs > SKEW_MS
}

/** Whether a token still works, so that it is better than an error. */
export function isValid(token: Token, nowMs: number): boolean {
  return token.expiresOnMs > nowMs
}

/** Whether the authority wanted to be asked for a new one by now (`refresh_in`). */
export function isRefreshDue(token: Token, nowMs: number): boolean {
  return token.refreshAfterMs !== undefined && nowMs >= token.refreshAfterMs
}
