import { AuthenticationError } from '../errors.ts'
import { breakErrors } from '../mutant.ts'

/** The claims that the authority asks for are kept from the caller. */
export default breakErrors('CLM-12', (error) =>
  error instanceof AuthenticationError ? Object.assign(error, { claims: undefined }) : error,
)
