import { breakWire } from '../mutant.ts'

/** The client authenticates a second time, in a header. */
export default breakWire('WIRE-08', (send, config) => (request, signal) => {
  const authorization = `Basic ${btoa(`${config.clientId}:`)}`
  return send({ ...request, headers: { ...request.headers, authorization } }, signal)
})
