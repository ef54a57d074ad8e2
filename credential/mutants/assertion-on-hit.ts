import { breakCalls } from '../mutant.ts'

/** The callback is called on a cache hit as well. */
export default breakCalls('ASRT-03', (getToken, config) => {
  const given = new Set<string>()
  return async (scopes, options) => {
    const token = await getToken(scopes, options)
    if (token && given.has(token.token)) await config.getAssertion().catch(() => {})
    if (token) given.add(token.token)
    return token
  }
})
