import { expect, test } from 'vitest'
import { createTestWorld, readJson, START } from '../authority-for-tests.ts'

const ITEMS = 'https://api.contoso.example/v1/items'
const CP1 = '{"access_token":{"xms_cc":{"values":["cp1"]}}}'

function claimsOf(response: Response): string {
  const claims = /claims="([^"]+)"/.exec(response.headers.get('www-authenticate') ?? '')?.[1]
  return Buffer.from(claims ?? '', 'base64').toString()
}

test('a token opens the resource that it was issued for', async () => {
  const { get, getToken } = createTestWorld()
  const response = await get(ITEMS, await getToken())
  expect([response.status, await readJson(response)]).toEqual([
    200,
    { resource: 'api', tenant: 'home', path: '/v1/items' },
  ])
})

test('without a token the resource says where to get one', async () => {
  const { get, tenantId } = createTestWorld()
  const response = await get(ITEMS)
  expect([response.status, response.headers.get('www-authenticate')]).toEqual([
    401,
    `Bearer authorization="https://login.microsoftonline.com/${tenantId}", resource="https://api.contoso.example"`,
  ])
})

test('a token of another resource is refused', async () => {
  const { get, getToken } = createTestWorld()
  const token = await getToken({ scope: 'https://graph.microsoft.com/.default' })
  const response = await get(ITEMS, token)
  expect([response.status, response.headers.get('www-authenticate')]).toEqual([
    401,
    expect.stringContaining('error="invalid_token"'),
  ])
})

test('a token that nobody issued is refused', async () => {
  const token = await createTestWorld({ seed: 'other' }).getToken()
  expect((await createTestWorld().get(ITEMS, token)).status).toBe(401)
})

test('a token is good to the last moment of its life', async () => {
  const { clock, get, getToken } = createTestWorld()
  const token = await getToken()
  clock.advance(3599.5)
  expect((await get(ITEMS, token)).status).toBe(200)
  clock.advance(0.5)
  expect((await get(ITEMS, token)).status).toBe(401)
})

test('after a revocation a CAE token meets a claims challenge, and a new one passes', async () => {
  const { authority, get, getToken } = createTestWorld()
  const token = await getToken({ claims: CP1 })
  authority.change({ change: 'revoke' })
  const response = await get(ITEMS, token)
  expect([response.status, response.headers.get('www-authenticate')]).toEqual([
    401,
    `Bearer realm="", authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize", error="insufficient_claims", claims="${Buffer.from(claimsOf(response)).toString('base64')}"`,
  ])
  expect(claimsOf(response)).toBe(`{"access_token":{"nbf":{"essential":true, "value":"${START}"}}}`)
  const challenged = `{"access_token":{"nbf":{"essential":true,"value":"${START}"},"xms_cc":{"values":["cp1"]}}}`
  expect((await get(ITEMS, await getToken({ claims: challenged }))).status).toBe(200)
})

test('a token of a client that cannot be told stays good', async () => {
  const { authority, get, getToken } = createTestWorld()
  const token = await getToken()
  authority.change({ change: 'revoke' })
  expect((await get(ITEMS, token)).status).toBe(200)
})

test('the CAE tokens of a disabled principal meet a claims challenge', async () => {
  const { authority, clock, get, getToken } = createTestWorld()
  const token = await getToken({ claims: CP1 })
  clock.advance(60)
  authority.change({ change: 'disable', tenant: 'home' })
  expect(claimsOf(await get(ITEMS, token))).toContain(`"value":"${START + 60}"`)
  authority.change({ change: 'enable', tenant: 'home' })
  expect((await get(ITEMS, token)).status).toBe(200)
})

test('a resource can be scripted', async () => {
  const { authority, get } = createTestWorld()
  const action = { do: 'answer', status: 403, headers: {}, body: 'no' } as const
  authority.script([{ endpoint: 'resource', resource: 'api', delaySeconds: 0, action }])
  expect((await get('https://graph.microsoft.com/v1.0/me')).status).toBe(401)
  expect((await get(ITEMS)).status).toBe(403)
})
