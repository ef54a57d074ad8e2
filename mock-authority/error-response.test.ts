import { expect, test } from 'vitest'
import { aadsts, unknownCode } from './aadsts.ts'
import { createTestWorld, readJson } from './authority-for-tests.ts'

const CORRELATION = '77615bbe-f6a7-465f-9fdc-28fb9c5867f4'
const TRACE = 'ae92e2b6-9fda-ce70-0ae4-957b458cb900'
const TAIL = ` Trace ID: ${TRACE} Correlation ID: ${CORRELATION} Timestamp: 2026-01-01 00:00:00Z`

test('a refusal has the members of Entra, in its order', async () => {
  const world = createTestWorld()
  const response = await world.post({ 'client-request-id': CORRELATION, scope: 'user.read' })
  expect(response.status).toBe(400)
  expect(await response.text()).toBe(
    `{"error":"invalid_scope","error_description":"AADSTS1002012: The provided value for scope user.read is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).${TAIL}","error_codes":[1002012],"timestamp":"2026-01-01 00:00:00Z","trace_id":"${TRACE}","correlation_id":"${CORRELATION}"}`,
  )
})

test('a policy names itself, and the page about the code is on the host that was asked', async () => {
  const world = createTestWorld()
  world.authority.script([{ delaySeconds: 0, action: { do: 'error', aadsts: 53003 } }])
  const url = `https://westus2.login.microsoft.com/${world.tenantId}/oauth2/v2.0/token/`
  const response = await world.post({ 'client-request-id': CORRELATION }, url)
  const body = await response.text()
  const claims = /"claims":"(.*)"\}$/.exec(body)?.[1] ?? ''
  expect(body).toBe(
    `{"error":"invalid_grant","error_description":"AADSTS53003: Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.${TAIL}","error_codes":[53003],"timestamp":"2026-01-01 00:00:00Z","trace_id":"${TRACE}","correlation_id":"${CORRELATION}","error_uri":"https://westus2.login.microsoft.com/error?code=53003","suberror":"message_only","claims":"${claims}"}`,
  )
  expect(JSON.parse(claims.replaceAll('\\"', '"'))).toEqual({
    access_token: {
      capolids: { essential: true, values: [expect.stringMatching(/^[\da-f-]{36}$/)] },
    },
  })
})

test('the request id of the headers is the trace id of the body', async () => {
  const response = await createTestWorld().post({ scope: undefined })
  expect((await readJson(response))['trace_id']).toBe(response.headers.get('x-ms-request-id'))
})

test('a refusal may not be stored, and asks for no authentication', async () => {
  const { headers, status } = await createTestWorld().post({ client_assertion: undefined })
  expect([status, headers.get('cache-control'), headers.get('www-authenticate')]).toEqual([
    401,
    'no-store, no-cache',
    null,
  ])
})

test.each([
  ['the query', `?client-request-id=${CORRELATION}`, {}],
  ['a header', '', { 'client-request-id': CORRELATION }],
  ['a header of Azure', '', { 'x-ms-client-request-id': CORRELATION }],
])('the correlation id may come in %s', async (_where, query, headers) => {
  const { authority, tenantId } = createTestWorld()
  const url = `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token${query}`
  const response = await authority.handle(new Request(url, { method: 'POST', headers }))
  expect((await readJson(response))['correlation_id']).toBe(CORRELATION)
})

test('a correlation id that is none is replaced', async () => {
  const body = await readJson(
    await createTestWorld().post({ scope: undefined, 'client-request-id': 'mine' }),
  )
  expect(body['correlation_id']).toMatch(/^[\da-f]{8}-[\da-f]{4}-4/)
})

test('the correlation id is given back to those who ask for it', async () => {
  const { authority, tenantId } = createTestWorld()
  const url = `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`
  const headers = { 'client-request-id': CORRELATION, 'return-client-request-id': 'true' }
  const response = await authority.handle(new Request(url, { method: 'POST', headers }))
  expect(response.headers.get('client-request-id')).toBe(CORRELATION)
})

test('a code that nobody knows is invalid_request', async () => {
  const world = createTestWorld()
  world.authority.script([{ delaySeconds: 0, action: { do: 'error', aadsts: 424242 } }])
  const response = await world.post()
  const body = await readJson(response)
  expect([response.status, body['error'], body['error_codes']]).toEqual([
    400,
    'invalid_request',
    [424242],
  ])
  expect(body['error_description']).toContain(`AADSTS424242: ${unknownCode.message} Trace ID`)
})

test('every code of the table can be said, and nothing of it stays open', async () => {
  const world = createTestWorld()
  const codes = Object.keys(aadsts).map(Number)
  world.authority.script(
    codes.map((code) => ({ delaySeconds: 0, action: { do: 'error', aadsts: code } }) as const),
  )
  for (const code of codes) {
    const response = await world.post()
    const body = await readJson(response)
    expect(body['error_codes']).toEqual([code])
    expect(String(body['error_description'])).not.toMatch(/\{\w+\}|undefined/)
    expect(response.status === 401).toBe(body['error'] === 'invalid_client')
  }
})
