import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** A call that names no tenant goes to the first that is allowed. */
export default breakRules('TEN-01', () => ({
  resolveTenant: (question) => {
    const first = question.allowed.find((one) => one !== '*')
    return rules.resolveTenant({ ...question, requested: question.requested ?? first })
  },
}))
