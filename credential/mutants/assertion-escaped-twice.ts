import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** The assertion is percent-encoded before it goes into the form. */
export default breakRules('WIRE-06', () => ({
  tokenForm: (request) => ({
    ...rules.tokenForm(request),
    client_assertion: encodeURIComponent(request.assertion),
  }),
}))
