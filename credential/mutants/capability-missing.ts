import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** The authority is not told of CAE. */
export default breakRules('CLM-02', () => ({
  mergeClaims: (claims, enableCae) =>
    claims === undefined ? undefined : rules.mergeClaims(claims, enableCae),
}))
