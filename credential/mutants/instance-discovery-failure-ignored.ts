import { breakWire } from '../mutant.ts'

/** It does not matter what instance discovery says. */
export default breakWire('DISC-04', (send) => async (request, signal) => {
  if (!request.url.includes('/common/discovery/instance')) return await send(request, signal)
  await send(request, signal).catch(() => {})
  return { status: 200, headers: {}, text: '{}' }
})
