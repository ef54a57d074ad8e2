import { breakCalls } from '../mutant.ts'

/** A call with claims goes to the tenant of the constructor. */
export default breakCalls('CLM-11', (getToken) => async (scopes, options) => {
  const { tenantId: _, ...rest } = options ?? {}
  return await getToken(scopes, options?.claims ? rest : options)
})
