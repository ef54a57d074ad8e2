import { AuthenticationError } from '../errors.ts'
import { breakRules } from '../mutant.ts'

/** A refresh that is refused costs the caller a valid token. */
export default breakRules('REFR-05', () => ({
  onRefreshDue: async (held, refresh) => {
    try {
      return await refresh()
    } catch (error) {
      if (error instanceof AuthenticationError && error.aadsts !== undefined) throw error
      return held
    }
  },
}))
