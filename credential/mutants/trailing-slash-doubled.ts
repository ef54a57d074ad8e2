import { readAuthorityHost } from '../authority-host.ts'
import { breakRules } from '../mutant.ts'

/** A slash at the end of the authority host stays. */
export default breakRules('CTOR-10', () => ({
  readAuthorityHost: (option, environment) =>
    readAuthorityHost(option, environment) + (option?.endsWith('/') ? '/' : ''),
}))
