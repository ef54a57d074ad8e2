import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** The client does not say who it is. */
export default breakRules('WIRE-04', () => ({
  tokenForm: (request) => {
    const { client_id: _, ...form } = rules.tokenForm(request)
    return form
  },
}))
