import { breakCalls } from '../mutant.ts'

/** A cached token seems to live as long as a new one. */
export default breakCalls('API-08', (getToken) => {
  const lifetimesMs = new Map<string, number>()
  return async (scopes, options) => {
    const token = await getToken(scopes, options)
    if (!token) return null
    const lifetimeMs = lifetimesMs.get(token.token) ?? token.expiresOnTimestamp - Date.now()
    lifetimesMs.set(token.token, lifetimeMs)
    return { ...token, expiresOnTimestamp: Date.now() + lifetimeMs }
  }
})
