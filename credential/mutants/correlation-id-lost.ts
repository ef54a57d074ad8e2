import { AuthenticationError } from '../errors.ts'
import { breakErrors, reword } from '../mutant.ts'

/** Nobody can find the failure in a log of the authority. */
export default breakErrors('ERR-03', (error) =>
  error instanceof AuthenticationError
    ? Object.assign(Object(reword(error, (text) => text.replaceAll(/[0-9a-f-]{36}/gi, 'it'))), {
        correlationId: undefined,
        traceId: undefined,
      })
    : error,
)
