import { breakCalls } from '../mutant.ts'

/** The log says what the callback threw. */
export default breakCalls('ASRT-16', (getToken, config) => async (scopes, options) => {
  try {
    return await getToken(scopes, options)
  } catch (error) {
    if (error instanceof Error && error.cause instanceof Error) {
      config.log?.('warning', error.cause.message)
    }
    throw error
  }
})
