import { expect, test } from 'vitest'
import { createTestWorld, type FormChanges, readJson, tokenUrl } from './authority-for-tests.ts'

const EMPTY = '00000000-0000-0000-0000-000000000000'
const UNKNOWN = '12345678-1234-4234-8234-123456789012'

async function refusal(response: Promise<Response>): Promise<readonly unknown[]> {
  const answer = await response
  const body = await readJson(answer)
  return [answer.status, body['error'], body['error_codes']]
}

test.each<[string, FormChanges, number, string, number]>([
  ['no grant', { grant_type: undefined }, 400, 'invalid_request', 900144],
  ['an empty grant', { grant_type: '' }, 400, 'invalid_request', 900144],
  ['a grant of users', { grant_type: 'password' }, 400, 'unsupported_grant_type', 70003],
  ['no client', { client_id: undefined }, 400, 'invalid_request', 900144],
  ['an unknown client', { client_id: UNKNOWN }, 400, 'unauthorized_client', 700016],
  ['a client that is no id', { client_id: 'daemon' }, 400, 'unauthorized_client', 700016],
  ['an empty client id', { client_id: EMPTY }, 400, 'unauthorized_client', 700038],
  ['no assertion', { client_assertion: undefined }, 401, 'invalid_client', 7000218],
  ['an empty assertion', { client_assertion: '' }, 401, 'invalid_client', 7000218],
  ['a secret', { client_assertion: undefined, client_secret: 'x' }, 401, 'invalid_client', 7000215],
  ['no type', { client_assertion_type: undefined }, 400, 'invalid_request', 900144],
  ['another type', { client_assertion_type: 'saml' }, 400, 'invalid_request', 9002313],
  ['an assertion that is none', { client_assertion: 'text' }, 400, 'invalid_request', 50027],
  ['no scope', { scope: undefined }, 400, 'invalid_request', 900144],
  ['an empty scope', { scope: ' ' }, 400, 'invalid_request', 900144],
  [
    'a scope of users',
    { scope: 'https://graph.microsoft.com/User.Read' },
    400,
    'invalid_scope',
    1002012,
  ],
  ['scopes of OpenID only', { scope: 'openid profile' }, 400, 'invalid_scope', 1002012],
  [
    'two resources',
    { scope: 'https://api.contoso.example/.default https://graph.microsoft.com/.default' },
    400,
    'invalid_scope',
    70011,
  ],
  [
    'a resource that is no identifier',
    { scope: 'user.read/.default' },
    400,
    'invalid_scope',
    70011,
  ],
  ['an unknown resource', { scope: 'api://unknown/.default' }, 400, 'invalid_resource', 500011],
  ['a resource', { resource: 'https://api.contoso.example' }, 400, 'invalid_request', 901002],
  ['claims that are no JSON', { claims: '{' }, 400, 'invalid_request', 9002313],
  ['claims that are a list', { claims: '[]' }, 400, 'invalid_request', 9002313],
  ['claims that are null', { claims: 'null' }, 400, 'invalid_request', 9002313],
])('a request with %s is refused', async (_what, changes, status, error, code) => {
  expect(await refusal(createTestWorld().post(changes))).toEqual([status, error, [code]])
})

test.each([
  ['nobody', '', 90019],
  ['an unknown id', UNKNOWN, 90002],
  ['an unknown domain', 'contoso.com', 90002],
  ['a name that is no domain', 'contoso', 900023],
  ['a name with strange characters', 'invalid_tenant', 900023],
  ['a way out of the path', '..%2f..%2fother', 900023],
  ['a broken escape', '%zz', 900023],
  ['the empty id', EMPTY, 900021],
  ['common', 'common', 9001023],
  ['consumers', 'Consumers', 9001023],
  ['personal accounts', '9188040d-6c67-4c5b-b112-36a304b66dad', 9001023],
])('a tenant is refused: %s', async (_what, tenant, code) => {
  const { post } = createTestWorld()
  expect(await refusal(post({}, tokenUrl(tenant)))).toEqual([400, 'invalid_request', [code]])
})

test('organizations is the tenant of the client', async () => {
  const { post, authority } = createTestWorld()
  expect((await post({}, tokenUrl('organizations'))).status).toBe(200)
  expect(authority.exchanges()[0]?.tenant).toBeNull()
})

test.each<[string, RequestInit, number]>([
  ['no body', { method: 'POST' }, 900144],
  ['JSON', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }, 900144],
  ['text', { method: 'POST', body: 'grant_type=client_credentials' }, 900144],
  ['a broken escape', form('grant_type=client_credentials&scope=%'), 9002313],
  ['a doubled parameter', form('grant_type=client_credentials&grant_type=password'), 9002313],
  ['ten megabytes', form(`a=${'x'.repeat(10_000_000)}`), 9002313],
  ['nothing but separators', form('&&&==&'), 900144],
  ['names of the language', form('__proto__=1&constructor=2&toString=3'), 900144],
  ['GET', { method: 'GET' }, 900561],
  ['DELETE', { method: 'DELETE' }, 900561],
])('a body is refused: %s', async (_what, init, code) => {
  const { authority, tenantId } = createTestWorld()
  const answer = authority.handle(new Request(tokenUrl(tenantId), init))
  expect(await refusal(answer)).toEqual([400, 'invalid_request', [code]])
})

function form(body: string): RequestInit {
  return { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } }
}

test('a path that nobody knows is refused', async () => {
  const { post, tenantId } = createTestWorld()
  const answer = post({}, `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/tokens`)
  expect(await refusal(answer)).toEqual([400, 'invalid_request', [9002313]])
})

test.each<[string, FormChanges]>([
  [
    'scopes that MSAL for Go adds',
    { scope: 'https://api.contoso.example/.default openid offline_access profile' },
  ],
  ['parameters that nobody knows', { client_info: '2', fmi_path: 'x', 'x-client-SKU': 'y' }],
  ['empty claims', { claims: '' }],
  ['strange claims', { claims: '{"access_token":{"xms_cc":7},"id_token":null}' }],
  ['the other spelling of a slash', { scope: 'https://api.contoso.example//.default' }],
])('a request with %s is served', async (_what, changes) => {
  expect((await createTestWorld().post(changes)).status).toBe(200)
})

test('unknown parameters may be doubled', async () => {
  const { authority, form: valid, tenantId } = createTestWorld()
  const body = await valid()
  body.append('dc', '1')
  body.append('dc', '2')
  const request = new Request(tokenUrl(tenantId), { method: 'POST', body })
  expect((await authority.handle(request)).status).toBe(200)
  expect(authority.exchanges()[0]?.request.doubled).toEqual(['dc'])
})

test.each([
  [1000, 900144],
  [1001, 9002313],
])('a form of %i parameters is answered with AADSTS%i', async (count, code) => {
  const { authority, tenantId } = createTestWorld()
  const body = new URLSearchParams(Array.from({ length: count }, (_, n) => [`p${n}`, '']))
  const request = new Request(tokenUrl(tenantId), { method: 'POST', body })
  const answer = await refusal(authority.handle(request))
  expect([answer, authority.exchanges()[0]?.request.form === null]).toEqual([
    [400, 'invalid_request', [code]],
    code === 9002313,
  ])
})
