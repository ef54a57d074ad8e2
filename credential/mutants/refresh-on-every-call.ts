import { breakRules } from '../mutant.ts'

/** A refresh that failed is tried again by each call. */
export default breakRules('REFR-10', () => ({ refreshPauseMs: 0 }))
