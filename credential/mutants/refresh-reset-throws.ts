import { NetworkError } from '../errors.ts'
import { breakRules } from '../mutant.ts'

/** A refresh whose connection breaks costs the caller a valid token. */
export default breakRules('REFR-07', () => ({
  onRefreshDue: async (held, refresh) => {
    try {
      return await refresh()
    } catch (error) {
      if (error instanceof NetworkError) throw error
      return held
    }
  },
}))
