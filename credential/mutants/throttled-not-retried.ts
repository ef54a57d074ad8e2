import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** A request that was throttled is not tried again. */
export default breakRules('RTRY-02', () => ({
  retryDelayMs: (outcome, state, options) =>
    'status' in outcome && outcome.status === 429
      ? undefined
      : rules.retryDelayMs(outcome, state, options),
}))
