import { AuthenticationError } from '../errors.ts'
import { breakRules } from '../mutant.ts'

/** A refresh that meets an outage costs the caller a valid token. */
export default breakRules('REFR-06', () => ({
  onRefreshDue: async (held, refresh) => {
    try {
      return await refresh()
    } catch (error) {
      if (error instanceof AuthenticationError && Number(error.status) >= 429) throw error
      return held
    }
  },
}))
