import { AuthenticationError } from '../errors.ts'
import { breakErrors } from '../mutant.ts'

/** The caller never sees the OAuth error. */
export default breakErrors('ERR-05', (error) =>
  error instanceof AuthenticationError ? Object.assign(error, { code: undefined }) : error,
)
