import { breakRules } from '../mutant.ts'

/** Every call asks the authority. */
export default breakRules('CACHE-01', () => ({ keepsToken: () => false }))
