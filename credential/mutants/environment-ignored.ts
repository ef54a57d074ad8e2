import { readAuthorityHost } from '../authority-host.ts'
import { breakRules } from '../mutant.ts'

/** AZURE_AUTHORITY_HOST is never read. */
export default breakRules('CTOR-12', () => ({
  readAuthorityHost: (option) => readAuthorityHost(option, undefined),
}))
