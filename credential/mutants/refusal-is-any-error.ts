import { AuthenticationError } from '../errors.ts'
import { breakErrors } from '../mutant.ts'

/** A refusal is an error like any other. */
export default breakErrors('ERR-01', (error) =>
  error instanceof AuthenticationError && error.aadsts !== undefined
    ? new Error(error.message)
    : error,
)
