import { breakCalls } from '../mutant.ts'

/** A call leaves a rejection that nobody handles. */
export default breakCalls('REFR-18', (getToken) => async (scopes, options) => {
  void Promise.reject(new Error('nobody waits for this'))
  return await getToken(scopes, options)
})
