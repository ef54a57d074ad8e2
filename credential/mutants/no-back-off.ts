import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** All retries come at once. */
export default breakRules('RTRY-05', () => ({
  retryDelayMs: (outcome, state, options) =>
    rules.retryDelayMs(outcome, state, { ...options, retryDelayInMs: 0 }),
}))
