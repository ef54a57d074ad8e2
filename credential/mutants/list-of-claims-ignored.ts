import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** Claims that are no object are none. */
export default breakRules('CLM-07', () => ({
  readClaims: (claims) => (claims?.startsWith('{') ? rules.readClaims(claims) : undefined),
}))
