import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** A token that came at the second try is not kept. */
export default breakRules('RTRY-15', () => {
  let retried = false
  return {
    retryDelayMs: (outcome, state, options) => {
      retried = state.retries > 0
      return rules.retryDelayMs(outcome, state, options)
    },
    keepsToken: () => !retried,
  }
})
