import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** White space around the assertion is lost. */
export default breakRules('WIRE-06', () => ({
  tokenForm: (request) => ({
    ...rules.tokenForm(request),
    client_assertion: request.assertion.trim().replace(/\s+/g, ''),
  }),
}))
