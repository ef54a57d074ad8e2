import { AuthenticationError, NetworkError } from '../errors.ts'
import { breakErrors } from '../mutant.ts'

/** A connection that breaks looks like a refusal. */
export default breakErrors('ERR-20', (error) =>
  error instanceof NetworkError
    ? new AuthenticationError(error.message, { code: error.code, cause: error.cause })
    : error,
)
