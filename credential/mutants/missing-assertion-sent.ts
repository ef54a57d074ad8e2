import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** No assertion is sent as an empty one. */
export default breakRules('ASRT-09', () => ({
  checkAssertion: (assertion) => (assertion == null ? '' : rules.checkAssertion(assertion)),
}))
