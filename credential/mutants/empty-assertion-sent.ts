import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** An empty assertion is sent. */
export default breakRules('ASRT-08', () => ({
  checkAssertion: (assertion) =>
    typeof assertion === 'string' ? assertion : rules.checkAssertion(assertion),
}))
