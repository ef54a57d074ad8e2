import { AbortError, AuthenticationError } from '../errors.ts'
import { breakErrors } from '../mutant.ts'

/** A call that was aborted looks like a refusal. */
export default breakErrors('CNCL-04', (error) =>
  error instanceof AbortError ? new AuthenticationError('no token') : error,
)
