import { breakCalls } from '../mutant.ts'

/** The timeout changes nothing. */
export default breakCalls('CNCL-05', (getToken) => async (scopes, options) => {
  const { requestOptions: _, ...rest } = options ?? {}
  return await getToken(scopes, rest)
})
