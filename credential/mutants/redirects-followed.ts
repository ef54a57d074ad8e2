import { breakWire } from '../mutant.ts'

/** A redirect is followed, with the assertion. */
export default breakWire('WIRE-20', (send) => async (request, signal) => {
  const answer = await send(request, signal)
  const { location } = answer.headers
  if (answer.status < 300 || answer.status > 399 || location === undefined) return answer
  return await send({ ...request, url: new URL(location, request.url).href }, signal)
})
