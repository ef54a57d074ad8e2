import { readAuthorityHost } from '../authority-host.ts'
import { breakRules } from '../mutant.ts'

/** The port of the authority is lost. */
export default breakRules('DISC-20', () => ({
  readAuthorityHost: (option, environment) =>
    readAuthorityHost(option, environment).replace(/:\d+(?=\/|$)/, ''),
}))
