import { readAuthorityHost } from '../authority-host.ts'
import { breakRules } from '../mutant.ts'

/** An empty AZURE_AUTHORITY_HOST is taken for an address. */
export default breakRules('CTOR-13', () => ({
  readAuthorityHost: (option, environment) =>
    readAuthorityHost(option, environment === '' ? 'https://' : environment),
}))
