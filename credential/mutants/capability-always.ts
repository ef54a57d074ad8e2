import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** The authority is told of CAE by who cannot do it. */
export default breakRules('CLM-05', () => ({
  mergeClaims: (claims) => rules.mergeClaims(claims, true),
}))
