import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** Claims that are no JSON are none. */
export default breakRules('CLM-06', () => ({
  readClaims: (claims) => {
    try {
      return rules.readClaims(claims)
    } catch {
      return undefined
    }
  },
}))
