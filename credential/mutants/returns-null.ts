import { breakCalls } from '../mutant.ts'

/** Every call gets nothing. */
export default breakCalls('API-07', () => async () => null)
