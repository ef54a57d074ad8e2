import { breakWire } from '../mutant.ts'

/** The grant type is sent twice. */
export default breakWire('WIRE-09', (send) => (request, signal) => {
  if (request.body === undefined) return send(request, signal)
  return send({ ...request, body: `${request.body}&grant_type=client_credentials` }, signal)
})
