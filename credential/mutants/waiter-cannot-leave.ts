import { breakCalls } from '../mutant.ts'

/** Who waits for the acquisition of another cannot give up. */
export default breakCalls('CONC-04', (getToken) => {
  let pending = 0
  return async (scopes, options) => {
    const { abortSignal: _, requestOptions: __, ...rest } = options ?? {}
    pending += 1
    try {
      return await getToken(scopes, pending > 1 ? rest : options)
    } finally {
      pending -= 1
    }
  }
})
