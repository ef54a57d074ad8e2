import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** A call may not name the tenant of the constructor. */
export default breakRules('TEN-02', () => ({
  resolveTenant: (question) => {
    const { own, requested, allowed } = question
    if (requested === own && !allowed.includes('*') && !allowed.includes(own)) {
      return rules.resolveTenant({ ...question, own: 'nobody' })
    }
    return rules.resolveTenant(question)
  },
}))
