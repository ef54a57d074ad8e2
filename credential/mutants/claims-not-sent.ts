import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** Claims bypass the cache, and are not sent. */
export default breakRules('CLM-01', () => ({
  mergeClaims: (_, enableCae) => rules.mergeClaims(undefined, enableCae),
}))
