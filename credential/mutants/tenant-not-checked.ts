import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** A call may name any tenant. */
export default breakRules('TEN-03', () => ({
  resolveTenant: (question) => rules.resolveTenant({ ...question, allowed: ['*'] }),
}))
