import { breakWire } from '../mutant.ts'

/** All acquisitions have the same correlation id. */
export default breakWire('WIRE-14', (send) => (request, signal) => {
  const id = '11111111-2222-3333-4444-555555555555'
  return send({ ...request, headers: { ...request.headers, 'client-request-id': id } }, signal)
})
