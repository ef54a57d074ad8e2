import { expect, test } from 'vitest'
import { createTestWorld, tokenUrl } from './authority-for-tests.ts'

const SECRET = 'a secret that must not be kept, é&=+ %"'

test('an exchange says what was asked and answered, and holds no secret', async () => {
  const world = createTestWorld()
  const assertion = await world.sign()
  world.authority.labels.name(assertion, '<assertion#1>')
  const url = `${tokenUrl(world.tenantId)}/?client-request-id=1&a=b&a=c`
  await world.post({ client_assertion: assertion }, url)
  expect(world.authority.exchanges()).toMatchObject([
    {
      n: 1,
      endpoint: 'token',
      tenant: 'home',
      client: 'daemon',
      resource: 'api',
      startedAt: 1_767_225_600,
      scripted: false,
      request: {
        method: 'POST',
        scheme: 'https',
        host: 'login.microsoftonline.com',
        path: `/${world.tenantId}/oauth2/v2.0/token/`,
        query: { 'client-request-id': '1', a: 'b' },
        headers: { 'content-type': 'application/x-www-form-urlencoded;charset=UTF-8' },
        form: { client_assertion: '<assertion#1>', grant_type: 'client_credentials' },
        doubled: [],
        body: null,
      },
      assertion: {
        label: '<assertion#1>',
        header: { alg: 'RS256' },
        claims: { iss: world.clientId, jti: '1' },
        signature: 'valid',
      },
      answer: {
        kind: 'response',
        status: 200,
        endedAt: 1_767_225_600,
        body: expect.stringContaining('"access_token":"<token#1 home>"'),
      },
    },
  ])
})

test.each<[string, RequestInit]>([
  ['a form', { body: new URLSearchParams({ client_assertion: SECRET }) }],
  [
    'a form, twice',
    {
      body: new URLSearchParams([
        ['client_assertion', 'first one'],
        ['client_assertion', SECRET],
      ]),
    },
  ],
  ['a secret of a client', { body: new URLSearchParams({ client_secret: SECRET }) }],
  ['text', { body: `client_assertion=${encodeURIComponent(SECRET)}` }],
  ['JSON', { body: JSON.stringify({ client_assertion: SECRET }) }],
  [
    'a header',
    { headers: { authorization: `Basic ${Buffer.from('id:secret').toString('base64')}` } },
  ],
  [
    'a form of too many parameters',
    {
      body: new URLSearchParams(
        `client_assertion=${encodeURIComponent(SECRET)}${'&a=1'.repeat(1000)}`,
      ),
    },
  ],
  ['a body that is too long', { body: `client_assertion=${SECRET}&x=${'x'.repeat(1_000_000)}` }],
])('no secret is kept of a request that is wrong: in %s', async (_where, init) => {
  const { authority, tenantId } = createTestWorld()
  const url = `${tokenUrl(tenantId)}?client_assertion=${encodeURIComponent(SECRET)}`
  await authority.handle(new Request(url, { method: 'POST', ...init }))
  const record = JSON.stringify(authority.exchanges())
  expect(authority.labels.leaks(record)).toEqual([])
  expect(record).not.toMatch(/must not be kept|aWQ6c2VjcmV0/)
})

test('an assertion that nobody named gets a name of its own', async () => {
  const { post, authority } = createTestWorld()
  await post({ client_assertion: 'x' })
  await post({ client_assertion: 'y' })
  await post({ client_assertion: 'x' })
  expect(authority.exchanges().map(({ request }) => request.form?.['client_assertion'])).toEqual([
    '<unknown assertion#1>',
    '<unknown assertion#2>',
    '<unknown assertion#1>',
  ])
})

test('an empty assertion is recorded as such', async () => {
  const { post, authority } = createTestWorld()
  await post({ client_assertion: '' })
  expect(authority.exchanges()[0]).toMatchObject({
    request: { form: { client_assertion: '' } },
    assertion: { label: '<empty>' },
  })
})

test('a token that is sent to a resource is recorded as its label', async () => {
  const { getToken, get, authority } = createTestWorld()
  await get('https://api.contoso.example/v1/items', await getToken())
  await get('https://api.contoso.example/v1/items', 'unknown')
  expect(
    authority
      .exchanges()
      .slice(1)
      .map(({ request }) => request.headers['authorization']),
  ).toEqual(['Bearer <token#1 home>', 'Bearer <redacted>'])
})

test('a body that is too long is recorded as its length', async () => {
  const { authority, tenantId } = createTestWorld()
  const body = 'x'.repeat(10_000_000)
  await authority.handle(new Request(tokenUrl(tenantId), { method: 'POST', body }))
  expect(authority.exchanges()[0]?.request.body).toBe('<10000000 characters>')
})

test('a long value is cut', async () => {
  const { post, authority } = createTestWorld()
  await post({ scope: 'x'.repeat(70_000) })
  expect(authority.exchanges()[0]?.request.form?.['scope']).toMatch(
    /^x{65536}… \(70000 characters\)$/,
  )
})
