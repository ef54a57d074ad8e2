import { expect, test } from 'vitest'
import { createTestWorld, readClaims, readJson, START, tokenUrl } from './authority-for-tests.ts'

const GRAPH = 'https://graph.microsoft.com/.default'
const CP1 = '{"access_token":{"xms_cc":{"values":["CP1"]}},"id_token":{"login_hint":null}}'

test('a client is given a token, in the members and the order of Entra', async () => {
  const { post, authority } = createTestWorld()
  const response = await post()
  const text = await response.text()
  const token = /"access_token":"(.+)"/.exec(text)?.[1] ?? ''
  expect(text).toBe(
    `{"token_type":"Bearer","expires_in":3599,"ext_expires_in":3599,"access_token":"${token}"}`,
  )
  expect(authority.issued(token)).toEqual({
    claims: readClaims(token),
    label: '<token#1 home>',
    tenant: 'home',
    resource: 'api',
    cae: false,
    exchange: 1,
  })
})

test('the headers are those of the token endpoint', async () => {
  const { headers } = await createTestWorld().post()
  expect(Object.fromEntries(headers)).toEqual({
    'cache-control': 'no-store, no-cache',
    'content-length': expect.stringMatching(/^\d+$/),
    'content-type': 'application/json; charset=utf-8',
    date: 'Thu, 01 Jan 2026 00:00:00 GMT',
    expires: '-1',
    p3p: 'CP="DSP CUR OTPi IND OTRi ONL FIN"',
    pragma: 'no-cache',
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    'x-ms-ests-server': expect.stringMatching(/ProdSlices$/),
    'x-ms-request-id': expect.stringMatching(/00$/),
    'x-ms-srs': '1.P',
    'x-xss-protection': '0',
  })
})

test('a token of version 2 has the claims of captured ones, in their order', async () => {
  const { getToken, authority, clientId, tenantId } = createTestWorld()
  const claims = readClaims(await getToken())
  expect(Object.keys(claims).join(' ')).toBe(
    'aud iss iat nbf exp aio azp azpacr oid rh sub tid uti ver xms_ftd',
  )
  expect(claims).toMatchObject({
    aud: authority.directory.resources['api']?.id,
    iss: `https://login.microsoftonline.com/${tenantId}/v2.0`,
    azp: clientId,
    ver: '2.0',
    uti: expect.stringMatching(/^[\w-]{21}A$/),
    rh: expect.stringMatching(/^1\.A.+\.$/),
  })
})

test('Graph is given tokens of version 1', async () => {
  const { getToken, tenantId } = createTestWorld()
  const claims = readClaims(await getToken({ scope: GRAPH }))
  expect(Object.keys(claims).join(' ')).toBe(
    'aud iss iat nbf exp aio app_displayname appid appidacr idp idtyp oid rh sub tenant_region_scope tid uti ver wids xms_ftd xms_idrel xms_tcdt xms_tdbr',
  )
  expect(claims).toMatchObject({
    aud: 'https://graph.microsoft.com',
    iss: `https://sts.windows.net/${tenantId}/`,
    idtyp: 'app',
    ver: '1.0',
  })
})

test.each([
  ['an hour', undefined, 3599],
  ['a day for a client that can be told of a revocation', CP1, 86_399],
])('a token lives for %s', async (_what, claims, expiresIn) => {
  const { post } = createTestWorld()
  const body = await readJson(await post({ claims }))
  const { iat, nbf, exp } = readClaims(String(body['access_token']))
  expect([body['expires_in'], iat, nbf, exp]).toEqual([
    expiresIn,
    START - 300,
    START - 300,
    START + expiresIn + 1,
  ])
})

test('lifetimes and refresh_in are what the options say', async () => {
  const lifetimes = { accessToken: 600, caeAccessToken: 1200, refreshIn: 300 }
  const { post } = createTestWorld({ lifetimes })
  const { access_token: _token, ...rest } = await readJson(await post())
  expect(rest).toEqual({
    token_type: 'Bearer',
    expires_in: 600,
    ext_expires_in: 600,
    refresh_in: 300,
  })
})

test('version 1 writes numbers as text, and takes a resource', async () => {
  const { post, tenantId } = createTestWorld()
  const changes = { scope: undefined, resource: 'https://api.contoso.example' }
  const url = `https://login.windows.net/${tenantId}/oauth2/token`
  const { access_token: token, ...rest } = await readJson(await post(changes, url))
  expect(rest).toEqual({
    token_type: 'Bearer',
    expires_in: '3599',
    ext_expires_in: '3599',
    expires_on: String(START + 3600),
    not_before: String(START - 300),
    resource: 'https://api.contoso.example',
  })
  expect(readClaims(String(token))['ver']).toBe('2.0')
})

test('the same seed and clock give the same bytes', async () => {
  const play = async (seed: string) => {
    const { post, authority } = createTestWorld({ seed })
    const bodies = [await post(), await post({ scope: 'x' }), await post({ claims: CP1 })]
    return [await Promise.all(bodies.map((one) => one.text())), authority.exchanges()]
  }
  expect(await play('7')).toEqual(await play('7'))
  expect(await play('8')).not.toEqual(await play('7'))
})

test('two tokens of one second differ', async () => {
  const { getToken } = createTestWorld()
  expect(await getToken()).not.toBe(await getToken())
})

test('a disabled principal is refused in its tenant until it is enabled', async () => {
  const { post, authority } = createTestWorld()
  const other = tokenUrl(authority.directory.tenants['other']?.id ?? '')
  authority.change({ change: 'disable', tenant: 'home' })
  const refused = await post()
  const body = await readJson(refused)
  expect([refused.status, body['error'], body['error_codes']]).toEqual([
    400,
    'unauthorized_client',
    [7000112],
  ])
  const assertion = { tenantId: authority.directory.tenants['other']?.id ?? '' }
  const { sign } = createTestWorld()
  expect((await post({ client_assertion: await sign(assertion) }, other)).status).toBe(200)
  authority.change({ change: 'enable', tenant: 'home' })
  expect((await post()).status).toBe(200)
})

test('parallel requests are numbered as they arrive', async () => {
  const { post, authority } = createTestWorld()
  const all = await Promise.all(Array.from({ length: 20 }, () => post()))
  expect(all.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))
  expect(authority.exchanges().map(({ n }) => n)).toEqual(
    Array.from({ length: 20 }, (_, n) => n + 1),
  )
  expect(authority.inFlight()).toBe(0)
})

test('a request is in flight until it is answered', async () => {
  const { post, authority, form, tenantId } = createTestWorld()
  const body = await form()
  const answer = authority.handle(new Request(tokenUrl(tenantId), { method: 'POST', body }))
  expect(authority.inFlight()).toBe(1)
  await answer
  expect(authority.inFlight()).toBe(0)
  expect((await post()).status).toBe(200)
})

test.each([
  ['https://evil.example/x', 'GET https://evil.example/x'],
  ['http://login.microsoftonline.com/common/oauth2/token', 'GET http://login.microsoftonline.com/'],
])('what nobody owns is refused: %s', async (url, message) => {
  const { get, authority } = createTestWorld()
  await expect(get(url)).rejects.toMatchObject({
    name: 'NotServed',
    code: 'EBLOCKED',
    message: expect.stringContaining(message),
  })
  expect(authority.exchanges()).toMatchObject([
    { endpoint: 'unserved', answer: { kind: 'refused' }, scripted: false },
  ])
  expect(authority.inFlight()).toBe(0)
})

test('a path of no endpoint is not found', async () => {
  const { get, authority } = createTestWorld()
  expect((await get('https://login.microsoftonline.com/favicon.ico')).status).toBe(404)
  expect(authority.exchanges()).toMatchObject([{ endpoint: 'unserved', answer: { status: 404 } }])
})
