import { breakCredential } from '../mutant.ts'
import { createReference } from '../subject.ts'

/** A credential that is closed asks on. */
export default breakCredential('CLOSE-05', (config) => {
  const credential = createReference(config)
  return { getToken: (scopes, options) => credential.getToken(scopes, options), close: () => {} }
})
