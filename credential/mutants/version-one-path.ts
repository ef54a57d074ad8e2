import { breakWire } from '../mutant.ts'

/** The request goes to the endpoint of version 1. */
export default breakWire(
  'WIRE-01',
  (send) => (request, signal) =>
    send({ ...request, url: request.url.replace('/oauth2/v2.0/token', '/oauth2/token') }, signal),
)
