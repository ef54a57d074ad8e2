import { breakWire } from '../mutant.ts'

/** Each try brings an assertion of its own. */
export default breakWire('WIRE-22', (send, config) => {
  const seen = new Set<string | undefined>()
  return async (request, signal) => {
    const id = request.headers['client-request-id']
    const again = seen.has(id)
    seen.add(id)
    if (!again || request.body === undefined) return await send(request, signal)
    const form = new URLSearchParams(request.body)
    form.set('client_assertion', await config.getAssertion())
    return await send({ ...request, body: form.toString() }, signal)
  }
})
