import { breakWire } from '../mutant.ts'

/** Each try is itself tried twice. */
export default breakWire('RTRY-14', (send) => async (request, signal) => {
  const answer = await send(request, signal)
  return answer.status >= 500 ? await send(request, signal) : answer
})
