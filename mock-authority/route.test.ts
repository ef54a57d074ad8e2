import { expect, test } from 'vitest'
import { generateDirectory } from './generate-directory.ts'
import { ownsUrl, readRoute } from './route.ts'

const table = {
  directory: generateDirectory({ tenants: ['other'] }, '1'),
  hosts: ['login.contoso.example', 'localhost:8443'],
}
const { id, domain } = table.directory.tenants['home'] ?? { id: '', domain: '' }

test.each([
  ['the v2 token endpoint', `/${id}/oauth2/v2.0/token`, 'token', 2, 'home'],
  ['with a trailing slash', `/${id}/oauth2/v2.0/token/`, 'token', 2, 'home'],
  ['with a query', `/${id}/oauth2/v2.0/token?client-request-id=1&dc=2`, 'token', 2, 'home'],
  ['the v1 token endpoint', `/${id}/oauth2/token`, 'token', 1, 'home'],
  ['a tenant in capitals', `/${id.toUpperCase()}/oauth2/v2.0/token`, 'token', 2, 'home'],
  ['a domain', `/${domain}/oauth2/v2.0/token`, 'token', 2, 'home'],
  ['a domain in capitals', `/${domain.toUpperCase()}/oauth2/v2.0/token`, 'token', 2, 'home'],
  ['an encoded domain', `/${domain.replace('.', '%2e')}/oauth2/v2.0/token`, 'token', 2, 'home'],
  ['no tenant', '//oauth2/v2.0/token', 'token', 2, null],
  ['an unknown tenant', '/contoso.com/oauth2/v2.0/token', 'token', 2, null],
  [
    'v2 metadata',
    `/${id}/v2.0/.well-known/openid-configuration`,
    'openid-configuration',
    2,
    'home',
  ],
  ['v1 metadata', `/${id}/.well-known/openid-configuration`, 'openid-configuration', 1, 'home'],
  ['v2 keys', `/${id}/discovery/v2.0/keys`, 'jwks', 2, 'home'],
  ['v1 keys', `/common/discovery/keys`, 'jwks', 1, null],
  [
    'instance discovery',
    `/common/discovery/instance?api-version=1.1&authorization_endpoint=https://x.example/${id}/oauth2/v2.0/authorize`,
    'instance-discovery',
    2,
    'home',
  ],
])('a path is understood: %s', (_what, path, endpoint, version, tenant) => {
  const route = readRoute('POST', new URL(`https://login.microsoftonline.com${path}`), table)
  expect([route.endpoint, route.version, route.tenant?.name ?? null, route.known]).toEqual([
    endpoint,
    version,
    tenant,
    true,
  ])
})

test.each([
  ['POST', 'token'],
  ['GET', 'unserved'],
])('%s to a path that nobody answers counts as %s', (method, endpoint) => {
  const url = new URL(`https://login.microsoftonline.com/${id}/oauth2/v2.0/tokens`)
  expect(readRoute(method, url, table)).toMatchObject({ endpoint, known: false })
})

test.each([
  ['https://login.microsoftonline.com/x', true],
  ['https://LOGIN.microsoftonline.com/x', true],
  ['https://sts.windows.net/x', true],
  ['https://login.microsoftonline.us/x', true],
  ['https://westus2.login.microsoft.com/x', true],
  ['https://login.contoso.example/x', true],
  ['https://localhost:8443/x', true],
  ['https://api.contoso.example/v1/items', true],
  ['https://graph.microsoft.com/v1.0/me', true],
  ['http://login.microsoftonline.com/x', false],
  ['http://api.contoso.example/x', false],
  ['https://login.microsoftonline.com:444/x', false],
  ['https://localhost/x', false],
  ['https://login.microsoftonline.com.evil.example/x', false],
  ['https://x.y.login.microsoft.com/x', false],
  ['https://evil.example/x', false],
])('%s is answered: %s', (url, owned) => {
  expect(ownsUrl(new URL(url), table)).toBe(owned)
})

test('a resource answers on every path of its host', () => {
  const url = new URL('https://api.contoso.example/any/path')
  expect(readRoute('GET', url, table)).toMatchObject({
    endpoint: 'resource',
    resource: { name: 'api' },
  })
})
