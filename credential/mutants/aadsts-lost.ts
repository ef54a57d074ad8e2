import { AuthenticationError } from '../errors.ts'
import { breakErrors, reword } from '../mutant.ts'

/** The caller never sees an AADSTS code. */
export default breakErrors('ERR-02', (error) =>
  error instanceof AuthenticationError
    ? Object.assign(Object(reword(error, (text) => text.replaceAll(/AADSTS\d+/g, 'it'))), {
        aadsts: undefined,
      })
    : error,
)
