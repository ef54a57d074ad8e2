import { breakWire } from '../mutant.ts'

/** The public cloud is looked up, although everybody knows it. */
export default breakWire('DISC-01', (send) => async (request, signal) => {
  if (request.method === 'POST') {
    const { origin } = new URL(request.url)
    const asked = new URLSearchParams({
      'api-version': '1.1',
      authorization_endpoint: request.url.replace('/token', '/authorize'),
    })
    const url = `${origin}/common/discovery/instance?${asked}`
    await send({ method: 'GET', url, headers: {} }, signal)
  }
  return await send(request, signal)
})
