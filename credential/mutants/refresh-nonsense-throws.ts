import { AuthenticationError } from '../errors.ts'
import { breakRules } from '../mutant.ts'

/** A refresh answered with nonsense costs the caller a valid token. */
export default breakRules('REFR-08', () => ({
  onRefreshDue: async (held, refresh) => {
    try {
      return await refresh()
    } catch (error) {
      if (error instanceof AuthenticationError && error.code === 'invalid_response') throw error
      return held
    }
  },
}))
