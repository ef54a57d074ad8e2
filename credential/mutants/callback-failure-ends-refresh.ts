import { AuthenticationError } from '../errors.ts'
import { breakRules } from '../mutant.ts'

/** A callback that fails during a refresh costs the caller a valid token. */
export default breakRules('ASRT-15', () => ({
  onRefreshDue: async (held, refresh) => {
    try {
      return await refresh()
    } catch (error) {
      if (error instanceof AuthenticationError && error.code === 'assertion_failed') throw error
      return held
    }
  },
}))
