import { AuthenticationError } from '../errors.ts'
import { breakCalls } from '../mutant.ts'

/** Every call fails. */
export default breakCalls('API-07', () => async () => {
  throw new AuthenticationError('no token today')
})
