import { breakRules } from '../mutant.ts'

/** A token is served until four minutes before its end. */
export default breakRules('CACHE-15', () => ({
  isFresh: (token, nowMs) => token.expiresOnMs - nowMs > 240_000,
}))
