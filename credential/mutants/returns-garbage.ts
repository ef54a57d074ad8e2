import { breakCalls } from '../mutant.ts'

/** Every call gets something that is no token. */
export default breakCalls(
  'API-07',
  // The type would not allow it; nothing else stops a credential from doing it.
  () => async () => JSON.parse('{"accessToken":42,"expiresOn":"tomorrow"}'),
)
