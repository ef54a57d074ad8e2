import { breakRules } from '../mutant.ts'

/** Who gives up takes all others with him. */
export default breakRules('CONC-08', () => ({ abandons: () => true }))
