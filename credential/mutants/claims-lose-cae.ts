import { breakCalls } from '../mutant.ts'

/** A call with claims is one without CAE. */
export default breakCalls('CLM-11', (getToken) => async (scopes, options) => {
  const { enableCae: _, ...rest } = options ?? {}
  return await getToken(scopes, options?.claims ? rest : options)
})
