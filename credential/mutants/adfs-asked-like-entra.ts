import { breakWire } from '../mutant.ts'

/** AD FS is asked for metadata of version 2. */
export default breakWire(
  'DISC-06',
  (send) => (request, signal) =>
    send(
      { ...request, url: request.url.replace('/adfs/.well-known', '/adfs/v2.0/.well-known') },
      signal,
    ),
)
