import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** With claims the authority is not told of CAE. */
export default breakRules('CLM-03', () => ({
  mergeClaims: (claims, enableCae) => claims ?? rules.mergeClaims(undefined, enableCae),
}))
