import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** Retries never end. */
export default breakRules('RTRY-14', () => ({
  retryDelayMs: (outcome, state, options) =>
    rules.retryDelayMs(
      outcome,
      { ...state, retries: Math.min(state.retries, options.maxRetries - 1) },
      options,
    ),
}))
