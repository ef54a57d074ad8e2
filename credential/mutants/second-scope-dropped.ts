import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** Only the first scope is sent. */
export default breakRules('WIRE-05', () => ({
  tokenForm: (request) => ({ ...rules.tokenForm(request), scope: request.scopes[0] ?? '' }),
}))
