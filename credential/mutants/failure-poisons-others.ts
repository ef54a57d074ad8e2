import { breakCalls } from '../mutant.ts'

/** After a failure the next scope fails as well. */
export default breakCalls('CACHE-19', (getToken) => {
  let last: { readonly scopes: string; readonly error: unknown } | undefined
  return async (scopes, options) => {
    const failed = last
    last = undefined
    if (failed && failed.scopes !== JSON.stringify([scopes, options?.tenantId])) throw failed.error
    try {
      return await getToken(scopes, options)
    } catch (error) {
      last = { scopes: JSON.stringify([scopes, options?.tenantId]), error }
      throw error
    }
  }
})
