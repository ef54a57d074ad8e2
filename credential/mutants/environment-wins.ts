import { readAuthorityHost } from '../authority-host.ts'
import { breakRules } from '../mutant.ts'

/** AZURE_AUTHORITY_HOST wins over the option. */
export default breakRules('CTOR-12', () => ({
  readAuthorityHost: (option, environment) => readAuthorityHost(environment || option, environment),
}))
