import { breakWire } from '../mutant.ts'

/** A question about metadata is asked once. */
export default breakWire('RTRY-17', (send) => async (request, signal) => {
  const answer = await send(request, signal)
  return request.method === 'GET' && answer.status >= 500 ? { ...answer, status: 404 } : answer
})
