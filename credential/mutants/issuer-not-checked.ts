import { breakRules } from '../mutant.ts'

/** Anybody may be the issuer. */
export default breakRules('DISC-10', () => ({ isIssuerOf: () => true }))
