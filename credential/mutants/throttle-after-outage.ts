import { AuthenticationError } from '../errors.ts'
import { breakCalls } from '../mutant.ts'

/** After an outage calls fail for a minute without a question. */
export default breakCalls('RTRY-11', (getToken) => {
  let silence: { readonly untilMs: number; readonly error: unknown } | undefined
  return async (scopes, options) => {
    if (silence && Date.now() < silence.untilMs) throw silence.error
    try {
      return await getToken(scopes, options)
    } catch (error) {
      if (error instanceof AuthenticationError && Number(error.status) >= 429) {
        silence = { untilMs: Date.now() + 60_000, error }
      }
      throw error
    }
  }
})
