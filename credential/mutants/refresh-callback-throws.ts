import { AuthenticationError } from '../errors.ts'
import { breakRules } from '../mutant.ts'

/** A refresh without an assertion costs the caller a valid token. */
export default breakRules('REFR-09', () => ({
  onRefreshDue: async (held, refresh) => {
    try {
      return await refresh()
    } catch (error) {
      if (error instanceof AuthenticationError && error.status === undefined) throw error
      return held
    }
  },
}))
