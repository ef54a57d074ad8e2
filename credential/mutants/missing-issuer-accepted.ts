import { amendAnswer, breakWire } from '../mutant.ts'

/** Metadata without an issuer is as good as any. */
export default breakWire('DISC-13', (send) => async (request, signal) => {
  const answer = await send(request, signal)
  if (!request.url.endsWith('/openid-configuration')) return answer
  return amendAnswer(answer, (body) => ({ issuer: new URL(request.url).origin, ...body }))
})
