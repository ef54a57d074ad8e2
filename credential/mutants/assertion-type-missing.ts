import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** The authority is not told of what type the assertion is. */
export default breakRules('WIRE-07', () => ({
  tokenForm: (request) => {
    const { client_assertion_type: _, ...form } = rules.tokenForm(request)
    return form
  },
}))
