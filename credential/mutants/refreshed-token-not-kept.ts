import { breakRules } from '../mutant.ts'

/** A refresh is made, and its token forgotten. */
export default breakRules('REFR-04', () => ({ keepsToken: (_, purpose) => purpose === 'call' }))
