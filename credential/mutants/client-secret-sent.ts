import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** A client secret stands beside the assertion. */
export default breakRules('WIRE-08', () => ({
  tokenForm: (request) => ({ ...rules.tokenForm(request), client_secret: 'none' }),
}))
