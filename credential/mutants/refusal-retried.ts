import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** A request that was refused is tried again. */
export default breakRules('RTRY-03', () => ({
  retryDelayMs: (outcome, state, options) =>
    rules.retryDelayMs(
      'status' in outcome && outcome.status >= 400 ? { ...outcome, status: 503 } : outcome,
      state,
      options,
    ),
}))
