import { breakCalls } from '../mutant.ts'

/** Nobody is told when the token should be renewed. */
export default breakCalls('API-09', (getToken) => async (scopes, options) => {
  const token = await getToken(scopes, options)
  return (
    token && {
      token: token.token,
      expiresOnTimestamp: token.expiresOnTimestamp,
      tokenType: 'Bearer',
    }
  )
})
