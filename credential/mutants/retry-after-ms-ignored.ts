import { NetworkError } from '../errors.ts'
import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** Only Retry-After in seconds is read. */
export default breakRules('RTRY-08', () => ({
  retryDelayMs: (outcome, state, options) => {
    if (outcome instanceof NetworkError) return rules.retryDelayMs(outcome, state, options)
    const { 'retry-after-ms': _, 'x-ms-retry-after-ms': __, ...headers } = outcome.headers
    return rules.retryDelayMs({ ...outcome, headers }, state, options)
  },
}))
