import { breakErrors, reword } from '../mutant.ts'

/** An error does not say whose it is. */
export default breakErrors('ERR-23', (error) =>
  reword(error, (text) => text.replaceAll('ClientAssertionCredential', 'it')),
)
