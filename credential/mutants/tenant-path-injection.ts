import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** Where every tenant is allowed, any text is a tenant. */
export default breakRules('TEN-06', () => ({
  resolveTenant: (question) =>
    question.requested && question.allowed.includes('*')
      ? question.requested
      : rules.resolveTenant(question),
}))
