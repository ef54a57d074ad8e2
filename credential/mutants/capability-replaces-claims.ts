import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** With CAE the claims are not sent. */
export default breakRules('CLM-03', () => ({
  mergeClaims: (claims, enableCae) => (enableCae ? rules.mergeClaims(undefined, true) : claims),
}))
