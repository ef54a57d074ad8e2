import { breakCredential } from '../mutant.ts'
import { createReference } from '../subject.ts'

/** A credential can be closed once. */
export default breakCredential('CLOSE-01', (config) => {
  const credential = createReference(config)
  let closed = false
  return {
    getToken: (scopes, options) => credential.getToken(scopes, options),
    close: async () => {
      if (closed) throw new Error('closed already')
      closed = true
      await credential.close?.()
    },
  }
})
