import { breakWire } from '../mutant.ts'

/** The form is sent as plain text. */
export default breakWire('WIRE-02', (send) => (request, signal) => {
  if (request.method === 'GET') return send(request, signal)
  return send({ ...request, headers: { ...request.headers, 'content-type': 'text/plain' } }, signal)
})
