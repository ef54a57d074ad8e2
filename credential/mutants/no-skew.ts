import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** A token is served to its last second. */
export default breakRules('CACHE-15', () => ({ isFresh: rules.isValid }))
