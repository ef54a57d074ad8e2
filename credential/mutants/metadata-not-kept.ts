import { breakRules } from '../mutant.ts'

/** The metadata is fetched for every acquisition. */
export default breakRules('DISC-07', () => ({ keepsMetadata: false }))
