import { AbortError } from '../errors.ts'
import { breakCalls } from '../mutant.ts'

/** After an abort the cache serves the wrong entry. */
export default breakCalls('CNCL-08', (getToken) => {
  let last: Awaited<ReturnType<typeof getToken>> = null
  let spoilt = false
  return async (scopes, options) => {
    try {
      const token = await getToken(scopes, options)
      const given = spoilt && last ? last : token
      last = token
      return given
    } catch (error) {
      spoilt ||= error instanceof AbortError
      throw error
    }
  }
})
