import { breakWire } from '../mutant.ts'

/** The metadata of the public cloud is fetched. */
export default breakWire('DISC-01', (send) => async (request, signal) => {
  if (request.method === 'POST') {
    const url = request.url.replace('/oauth2/v2.0/token', '/v2.0/.well-known/openid-configuration')
    await send({ method: 'GET', url, headers: {} }, signal)
  }
  return await send(request, signal)
})
