import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** The parameter for claims is sent without any. */
export default breakRules('WIRE-10', () => ({
  tokenForm: (request) => ({ ...rules.tokenForm(request), claims: request.claims ?? '' }),
}))
