import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** A tenant that is allowed is checked, and not used. */
export default breakRules('TEN-04', () => ({
  resolveTenant: (question) => {
    rules.resolveTenant(question)
    return question.own
  },
}))
