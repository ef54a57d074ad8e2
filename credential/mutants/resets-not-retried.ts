import { NetworkError } from '../errors.ts'
import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** A connection that breaks is the end. */
export default breakRules('RTRY-04', () => ({
  retryDelayMs: (outcome, state, options) =>
    outcome instanceof NetworkError ? undefined : rules.retryDelayMs(outcome, state, options),
}))
