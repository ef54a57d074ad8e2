import { breakWire } from '../mutant.ts'

/** Each try has its own correlation id. */
export default breakWire('RTRY-18', (send) => {
  const used = new Set<string | undefined>()
  return (request, signal) => {
    const id = request.headers['client-request-id']
    const again = used.has(id)
    used.add(id)
    if (!again) return send(request, signal)
    const headers = { ...request.headers, 'client-request-id': crypto.randomUUID() }
    return send({ ...request, headers }, signal)
  }
})
