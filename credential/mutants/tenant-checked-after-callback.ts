import { breakCalls } from '../mutant.ts'

/** The assertion is made before the tenant is checked. */
export default breakCalls('TEN-03', (getToken, config) => async (scopes, options) => {
  if (options?.tenantId && options.tenantId !== config.tenantId) await config.getAssertion()
  return await getToken(scopes, options)
})
