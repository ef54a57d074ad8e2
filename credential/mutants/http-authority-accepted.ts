import { readAuthorityHost } from '../authority-host.ts'
import { breakRules } from '../mutant.ts'

/** An authority host may be on plain http. */
export default breakRules('CTOR-07', () => ({
  readAuthorityHost: (option, environment) =>
    option?.startsWith('http:')
      ? option.replace(/\/+$/, '')
      : readAuthorityHost(option, environment),
}))
