import { AuthenticationError } from '../errors.ts'
import { breakErrors } from '../mutant.ts'

/** The caller never sees the HTTP status. */
export default breakErrors('ERR-04', (error) =>
  error instanceof AuthenticationError ? Object.assign(error, { status: undefined }) : error,
)
