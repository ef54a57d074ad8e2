import { breakWire } from '../mutant.ts'

/** A token that is renewed is no longer one of CAE. */
export default breakWire('REFR-17', (send) => {
  const seen = new Set<string | null>()
  return (request, signal) => {
    if (request.body === undefined) return send(request, signal)
    const form = new URLSearchParams(request.body)
    const again = form.has('claims') && seen.has(form.get('scope'))
    if (form.has('claims')) seen.add(form.get('scope'))
    if (again) form.delete('claims')
    return send({ ...request, body: form.toString() }, signal)
  }
})
