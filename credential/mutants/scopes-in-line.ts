import { breakWire } from '../mutant.ts'

/** Calls for other scopes wait until the first is done. */
export default breakWire('CONC-03', (send) => {
  let last: Promise<unknown> = Promise.resolve()
  return async (request, signal) => {
    const turn = last.then(() => send(request, signal))
    last = turn.catch(() => {})
    return await turn
  }
})
