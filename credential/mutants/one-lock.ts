import { breakCalls } from '../mutant.ts'

/** All calls wait for each other. */
export default breakCalls('ASRT-13', (getToken) => {
  let last: Promise<unknown> = Promise.resolve()
  return async (scopes, options) => {
    const turn = last.then(() => getToken(scopes, options))
    last = turn.catch(() => {})
    return await turn
  }
})
