import { readAuthorityHost } from '../authority-host.ts'
import { breakRules } from '../mutant.ts'

/** AZURE_AUTHORITY_HOST may be on plain http. */
export default breakRules('CTOR-14', () => ({
  readAuthorityHost: (option, environment) =>
    !option && environment?.startsWith('http:')
      ? environment.replace(/\/+$/, '')
      : readAuthorityHost(option, environment),
}))
