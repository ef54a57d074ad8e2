import { breakCalls } from '../mutant.ts'

/** The expiry is given in seconds. */
export default breakCalls('API-08', (getToken) => async (scopes, options) => {
  const token = await getToken(scopes, options)
  return token && { ...token, expiresOnTimestamp: Math.floor(token.expiresOnTimestamp / 1000) }
})
