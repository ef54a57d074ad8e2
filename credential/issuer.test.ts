import { expect, test } from 'vitest'
import { isIssuerOf } from './issuer.ts'

const OWN = 'https://login.contoso.example:8443'
const CIAM = 'https://contoso.ciamlogin.com'

test.each([
  ['the same origin', 'https://login.contoso.example:8443/tid/v2.0', OWN, true],
  ['another port', 'https://login.contoso.example/tid/v2.0', OWN, false],
  ['another scheme', 'http://login.contoso.example:8443/tid/v2.0', OWN, false],
  ['another host', 'https://evil.example/tid/v2.0', OWN, false],
  ['a cloud of Microsoft', 'https://sts.windows.net/tid/', OWN, true],
  ['a region of Microsoft', 'https://westus2.login.microsoft.com/tid/v2.0', OWN, true],
  ['a port of Microsoft', 'https://login.microsoftonline.com:444/tid/v2.0', OWN, false],
  ['the template of many tenants', 'https://login.microsoftonline.com/{tenantid}/v2.0', OWN, true],
  ['no URL', 'contoso', OWN, false],
  ['a tenant of External ID', 'https://tid.ciamlogin.com/tid/v2.0', CIAM, true],
  ['a stranger of External ID', 'https://evil.ciamlogin.com/tid/v2.0', CIAM, false],
  ['External ID elsewhere', 'https://tid.ciamlogin.com/tid/v2.0', OWN, false],
])('%s as an issuer', (_, issuer, authority, expected) => {
  expect(isIssuerOf(issuer, authority)).toBe(expected)
})
