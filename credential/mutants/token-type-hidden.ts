import { breakCalls } from '../mutant.ts'

/** Nobody is told of what type the token is. */
export default breakCalls('API-10', (getToken) => async (scopes, options) => {
  const token = await getToken(scopes, options)
  if (!token) return null
  const { tokenType: _, ...rest } = token
  return rest
})
