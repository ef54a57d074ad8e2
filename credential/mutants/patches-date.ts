import { breakCalls } from '../mutant.ts'

/** A call replaces the clock of everybody. */
export default breakCalls('API-08', (getToken) => async (scopes, options) => {
  globalThis.Date = class extends Date {
    static override now(): number {
      return 0
    }
  } as DateConstructor
  return await getToken(scopes, options)
})
