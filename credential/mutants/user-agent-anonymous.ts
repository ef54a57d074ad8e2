import { breakWire } from '../mutant.ts'

/** The client does not say what it is. */
export default breakWire('WIRE-17', (send) => (request, signal) => {
  const { 'user-agent': _, ...headers } = request.headers
  return send({ ...request, headers }, signal)
})
