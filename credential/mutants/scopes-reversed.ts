import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** The scopes are sent in another order. */
export default breakRules('WIRE-05', () => ({
  tokenForm: (request) => ({
    ...rules.tokenForm(request),
    scope: request.scopes.toReversed().join(' '),
  }),
}))
