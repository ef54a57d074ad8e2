import { AbortError } from '../errors.ts'
import { breakCalls } from '../mutant.ts'

/** A call that was aborted before it began sends its request. */
export default breakCalls('CNCL-02', (getToken) => async (scopes, options) => {
  const { abortSignal, ...rest } = options ?? {}
  if (!abortSignal?.aborted) return await getToken(scopes, options)
  await getToken(scopes, rest)
  throw new AbortError()
})
