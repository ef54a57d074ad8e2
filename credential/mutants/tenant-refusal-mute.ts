import { AuthenticationError } from '../errors.ts'
import { breakErrors, reword } from '../mutant.ts'

/** A tenant is refused without a word why. */
export default breakErrors('TEN-16', (error) =>
  error instanceof AuthenticationError && error.code === 'tenant_not_allowed'
    ? reword(error, () => 'ClientAssertionCredential: refused')
    : error,
)
