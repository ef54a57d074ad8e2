import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** Whatever the callback returns is sent as text. */
export default breakRules('ASRT-10', () => ({
  checkAssertion: (assertion) =>
    rules.checkAssertion(typeof assertion === 'number' ? String(assertion) : assertion),
}))
