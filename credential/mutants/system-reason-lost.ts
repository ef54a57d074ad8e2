import { NetworkError } from '../errors.ts'
import { breakErrors, reword } from '../mutant.ts'

/** A connection that breaks does so for no reason. */
export default breakErrors('ERR-21', (error) =>
  error instanceof NetworkError
    ? Object.assign(Object(reword(error, () => 'ClientAssertionCredential: the network')), {
        code: 'network_error',
        cause: undefined,
      })
    : error,
)
