import { breakCredential } from '../mutant.ts'
import { createReference } from '../subject.ts'

/** Every call is made by a credential of its own. */
export default breakCredential('CACHE-01', (config) => ({
  getToken: (scopes, options) => createReference(config).getToken(scopes, options),
}))
