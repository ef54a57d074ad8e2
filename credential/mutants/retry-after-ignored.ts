import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** Retry-After is not read. */
export default breakRules('RTRY-06', () => ({
  retryDelayMs: (outcome, state, options) =>
    rules.retryDelayMs(
      'headers' in outcome ? { ...outcome, headers: {} } : outcome,
      state,
      options,
    ),
}))
