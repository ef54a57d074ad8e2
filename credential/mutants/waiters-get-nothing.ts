import { breakCalls } from '../mutant.ts'

/** Who waits for the acquisition of another gets no token. */
export default breakCalls('CONC-02', (getToken) => {
  let pending = 0
  return async (scopes, options) => {
    const first = pending === 0
    pending += 1
    try {
      const token = await getToken(scopes, options)
      return first ? token : null
    } finally {
      pending -= 1
    }
  }
})
