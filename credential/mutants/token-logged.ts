import { breakCalls } from '../mutant.ts'

/** The log of details holds the token. */
export default breakCalls('LOG-02', (getToken, config) => async (scopes, options) => {
  const token = await getToken(scopes, options)
  config.log?.('verbose', JSON.stringify(token))
  return token
})
