import { breakCalls } from '../mutant.ts'

/** A call prints the token. */
export default breakCalls('LOG-01', (getToken) => async (scopes, options) => {
  const token = await getToken(scopes, options)
  process.stdout.write(`${token?.token}\n`)
  return token
})
