import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** `*` allows no tenant. */
export default breakRules('TEN-05', () => ({
  resolveTenant: (question) =>
    rules.resolveTenant({ ...question, allowed: question.allowed.filter((one) => one !== '*') }),
}))
