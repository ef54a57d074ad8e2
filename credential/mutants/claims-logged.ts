import { breakCalls } from '../mutant.ts'

/** The log holds the claims. */
export default breakCalls('CLM-15', (getToken, config) => async (scopes, options) => {
  if (options?.claims) config.log?.('info', `claims ${options.claims}`)
  return await getToken(scopes, options)
})
