import { breakCalls } from '../mutant.ts'

/** A failure is remembered like a token. */
export default breakCalls('CACHE-18', (getToken) => {
  const failures = new Map<string, unknown>()
  return async (scopes, options) => {
    const key = JSON.stringify([scopes, options?.tenantId])
    if (failures.has(key)) throw failures.get(key)
    try {
      return await getToken(scopes, options)
    } catch (error) {
      failures.set(key, error)
      throw error
    }
  }
})
