import { breakRules } from '../mutant.ts'

/** A token is renewed ten minutes before its end. */
export default breakRules('CACHE-15', () => ({
  isFresh: (token, nowMs) => token.expiresOnMs - nowMs > 600_000,
}))
