import { breakCredential } from '../mutant.ts'
import { createReference } from '../subject.ts'

/** A credential that was not used cannot be closed. */
export default breakCredential('CLOSE-02', (config) => {
  const credential = createReference(config)
  let used = false
  return {
    getToken: (scopes, options) => {
      used = true
      return credential.getToken(scopes, options)
    },
    close: async () => {
      if (!used) throw new TypeError('no connection to close')
      await credential.close?.()
    },
  }
})
