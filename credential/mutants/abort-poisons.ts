import { AbortError } from '../errors.ts'
import { breakCalls } from '../mutant.ts'

/** After an abort the credential is of no use. */
export default breakCalls('CNCL-07', (getToken) => {
  let aborted: unknown
  return async (scopes, options) => {
    if (aborted !== undefined) throw aborted
    try {
      return await getToken(scopes, options)
    } catch (error) {
      if (error instanceof AbortError) aborted = error
      throw error
    }
  }
})
