import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** The grant is another. */
export default breakRules('WIRE-03', () => ({
  tokenForm: (request) => ({
    ...rules.tokenForm(request),
    grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
  }),
}))
