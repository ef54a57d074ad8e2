import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** Retry-After is not read where it is a date. */
export default breakRules('RTRY-07', () => ({
  retryDelayMs: (outcome, state, options) => {
    const isDate = 'headers' in outcome && /^[A-Z]/.test(outcome.headers['retry-after'] ?? '')
    return rules.retryDelayMs(isDate ? { ...outcome, headers: {} } : outcome, state, options)
  },
}))
