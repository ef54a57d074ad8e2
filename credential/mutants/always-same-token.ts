import { breakCalls } from '../mutant.ts'

/** Every call gets the same made-up token. */
export default breakCalls('API-07', () => async () => ({
  token: 'a-token-that-nobody-issued',
  expiresOnTimestamp: Date.now() + 3_600_000,
  tokenType: 'Bearer',
}))
