import { breakWire } from '../mutant.ts'

/** Metadata that was not there once is never asked for again. */
export default breakWire('DISC-14', (send) => {
  const failures = new Map<string, Awaited<ReturnType<typeof send>>>()
  return async (request, signal) => {
    const kept = failures.get(request.url)
    if (kept) return kept
    const answer = await send(request, signal)
    if (request.method === 'GET' && answer.status !== 200) failures.set(request.url, answer)
    return answer
  }
})
