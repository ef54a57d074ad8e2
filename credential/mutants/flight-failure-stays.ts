import { breakCalls } from '../mutant.ts'

/** An acquisition that failed for many fails for all who come after. */
export default breakCalls('CONC-07', (getToken) => {
  let pending = 0
  let failure: { readonly error: unknown } | undefined
  return async (scopes, options) => {
    if (failure) throw failure.error
    pending += 1
    const shared = pending > 1
    try {
      return await getToken(scopes, options)
    } catch (error) {
      if (shared) failure = { error }
      throw error
    } finally {
      pending -= 1
    }
  }
})
