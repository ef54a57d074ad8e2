import { breakCalls } from '../mutant.ts'

/** A cache hit fails where the callback does. */
export default breakCalls('ASRT-04', (getToken, config) => {
  const given = new Set<string>()
  return async (scopes, options) => {
    const token = await getToken(scopes, options)
    if (token && given.has(token.token)) await config.getAssertion()
    if (token) given.add(token.token)
    return token
  }
})
