import { breakCalls } from '../mutant.ts'

/** The list of scopes is changed under the hands of its owner. */
export default breakCalls('API-06', (getToken) => async (scopes, options) => {
  const token = await getToken(scopes, options)
  if (Array.isArray(scopes)) scopes.push('openid')
  return token
})
