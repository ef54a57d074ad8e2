import { breakCalls } from '../mutant.ts'

/** The abort signal changes nothing. */
export default breakCalls('CNCL-01', (getToken) => async (scopes, options) => {
  const { abortSignal: _, ...rest } = options ?? {}
  return await getToken(scopes, rest)
})
