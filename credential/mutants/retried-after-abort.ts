import { breakRules } from '../mutant.ts'

/** Retries go on when nobody waits for them. */
export default breakRules('RTRY-19', () => ({ abandons: () => false }))
