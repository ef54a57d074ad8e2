import { breakCredential } from '../mutant.ts'
import { createReference } from '../subject.ts'

/** The constructor warms the callback up. */
export default breakCredential('CTOR-01', (config) => {
  config.getAssertion().catch(() => {})
  return createReference(config)
})
