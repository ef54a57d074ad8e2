import { breakCalls } from '../mutant.ts'

/** The second tenant gets the token of the first. */
export default breakCalls('TEN-14', (getToken) => {
  const first = new Map<string, Awaited<ReturnType<typeof getToken>>>()
  return async (scopes, options) => {
    const token = await getToken(scopes, options)
    const key = JSON.stringify([scopes, options?.enableCae])
    if (!options?.tenantId) first.set(key, token)
    return options?.tenantId ? (first.get(key) ?? token) : token
  }
})
