import { breakRules } from '../mutant.ts'

/** A token is renewed as soon as it is there. */
export default breakRules('REFR-01', () => ({
  isRefreshDue: (token) => token.refreshAfterMs !== undefined,
}))
