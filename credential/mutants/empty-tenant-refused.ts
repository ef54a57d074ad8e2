import { AuthenticationError } from '../errors.ts'
import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** An empty tenant is a tenant that is not allowed. */
export default breakRules('TEN-07', () => ({
  resolveTenant: (question) => {
    if (question.requested !== '') return rules.resolveTenant(question)
    throw new AuthenticationError('tenant "" is not in additionallyAllowedTenants')
  },
}))
