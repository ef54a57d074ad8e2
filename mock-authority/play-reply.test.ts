import { expect, test } from 'vitest'
import { createTestWorld, readClaims, readJson, tokenUrl } from './authority-for-tests.ts'
import type { ReplyAction } from './reply.ts'

function scripted(action: ReplyAction, delaySeconds = 0) {
  const world = createTestWorld()
  world.authority.script([{ delaySeconds, action }])
  return world
}

/** Until the request is recorded and waits. */
async function parked({ authority }: ReturnType<typeof createTestWorld>): Promise<void> {
  while (authority.exchanges().length === 0 || authority.inFlight() > 0) {
    await new Promise((resolve) => void setImmediate(resolve))
  }
}

test('a literal answer is given as it stands, once', async () => {
  const headers = { 'retry-after': '120', 'content-type': 'text/plain' }
  const world = scripted({ do: 'answer', status: 429, headers, body: 'Too Many Requests' })
  const response = await world.post()
  expect([response.status, Object.fromEntries(response.headers), await response.text()]).toEqual([
    429,
    { ...headers, 'content-length': '17' },
    'Too Many Requests',
  ])
  expect((await world.post()).status).toBe(200)
  expect(world.authority.exchanges().map((one) => one.scripted)).toEqual([true, false])
})

test('a literal answer has no content type that nobody gave it', async () => {
  const world = scripted({ do: 'answer', status: 503, headers: {}, body: '<html>' })
  expect((await world.post()).headers.get('content-type')).toBeNull()
})

test.each([204, 304])('a literal answer with status %i has no body', async (status) => {
  const world = scripted({ do: 'answer', status, headers: {}, body: 'text' })
  expect((await world.post()).body).toBeNull()
})

test('a literal answer can hold a fresh token and the assertion received', async () => {
  const body = '{"access_token":"{{token}}","error_description":"you sent {{assertion}}"}'
  const world = scripted({ do: 'answer', status: 200, headers: {}, body })
  const answer = await readJson(await world.post({ client_assertion: 'é "quoted" $& text' }))
  expect(readClaims(String(answer['access_token']))['tid']).toBe(world.tenantId)
  expect(answer['error_description']).toBe('you sent é "quoted" $& text')
  expect(world.authority.exchanges()[0]).toMatchObject({
    answer: {
      body: '{"access_token":"<token#1 home>","error_description":"you sent <unknown assertion#1>"}',
    },
  })
})

test('an access token that stands in a script is a secret', async () => {
  const body = '{"access_token":"a-token-of-the-script","expires_in":"x"}'
  const world = scripted({ do: 'answer', status: 200, headers: {}, body })
  await world.post()
  expect(world.authority.labels.labelOf('a-token-of-the-script')).toBe('<scripted token#1>')
  expect(world.authority.exchanges()[0]).toMatchObject({
    answer: { body: '{"access_token":"<scripted token#1>","expires_in":"x"}' },
  })
})

test('an error can have another status, other headers and other members', async () => {
  const world = scripted({
    do: 'error',
    aadsts: 90033,
    status: 504,
    headers: { 'retry-after': '3' },
    members: { suberror: 'bad_token', trace_id: null },
  })
  const response = await world.post()
  const body = await readJson(response)
  expect([response.status, response.headers.get('retry-after')]).toEqual([504, '3'])
  expect(Object.keys(body).join(' ')).toBe(
    'error error_description error_codes timestamp correlation_id error_uri suberror',
  )
})

test('an error speaks of the request that it answers', async () => {
  const world = scripted({ do: 'error', aadsts: 700016 })
  const body = await readJson(await world.post())
  const { displayName } = world.authority.directory.tenants['home'] ?? { displayName: '' }
  expect(body['error_description']).toContain(
    `Application with identifier '${world.clientId}' was not found in the directory '${displayName}'.`,
  )
})

test('an amended answer differs in the members named', async () => {
  const members = { expires_in: 10, ext_expires_in: null, token_type: 'pop' }
  const world = scripted({ do: 'amend', members })
  const { access_token: _token, ...rest } = await readJson(await world.post())
  expect(rest).toEqual({ token_type: 'pop', expires_in: 10 })
})

test('a token that is amended is a secret too', async () => {
  const world = scripted({ do: 'amend', members: { access_token: 'another-token' } })
  await world.post()
  expect(JSON.stringify(world.authority.exchanges())).not.toContain('another-token')
  expect(world.authority.labels.labelOf('another-token')).toBe('<scripted token#1>')
})

test.each(['v2.0/.well-known/openid-configuration', '.well-known/openid-configuration'])(
  'metadata can be amended: %s',
  async (path) => {
    const world = createTestWorld()
    const action = {
      do: 'amend',
      members: { issuer: 'https://evil.example', jwks_uri: null },
    } as const
    world.authority.script([{ endpoint: 'openid-configuration', delaySeconds: 0, action }])
    const url = `https://login.microsoftonline.com/${world.tenantId}/${path}`
    const body = await readJson(await world.get(url))
    expect([body['issuer'], 'jwks_uri' in body]).toEqual(['https://evil.example', false])
    expect((await readJson(await world.get(url)))['issuer']).not.toBe('https://evil.example')
  },
)

test('a reset is an error of the connection', async () => {
  const world = scripted({ do: 'reset' })
  await expect(world.post()).rejects.toMatchObject({
    name: 'ConnectionReset',
    code: 'ECONNRESET',
    errno: -104,
    syscall: 'read',
  })
  expect(world.authority.exchanges()[0]?.answer.kind).toBe('reset')
  expect(world.authority.inFlight()).toBe(0)
})

test('a truncated answer breaks off after its bytes', async () => {
  const world = scripted({ do: 'truncate', bytes: 25 })
  const response = await world.post()
  const reader = response.body?.getReader()
  const first = await reader?.read()
  expect(Buffer.from(first?.value ?? []).toString()).toBe('{"token_type":"Bearer","e')
  await expect(reader?.read()).rejects.toMatchObject({ code: 'ECONNRESET' })
  expect(Number(response.headers.get('content-length'))).toBeGreaterThan(1000)
  expect(world.authority.exchanges()[0]?.answer).toMatchObject({ kind: 'truncated', status: 200 })
})

test('what hangs is not in flight, and ends with its caller', async () => {
  const world = scripted({ do: 'hang' })
  const controller = new AbortController()
  const body = await world.form()
  const request = new Request(tokenUrl(world.tenantId), {
    method: 'POST',
    body,
    signal: controller.signal,
  })
  const answer = world.authority.handle(request)
  await parked(world)
  expect([world.authority.inFlight(), world.authority.exchanges()[0]?.answer.kind]).toEqual([
    0,
    'pending',
  ])
  controller.abort(new Error('given up'))
  await expect(answer).rejects.toThrow('given up')
  expect([world.authority.inFlight(), world.authority.exchanges()[0]?.answer.kind]).toEqual([
    0,
    'pending',
  ])
})

test('a delay passes on the clock of the authority, and is not in flight', async () => {
  const world = scripted({ do: 'serve' }, 30)
  const answer = world.post()
  await parked(world)
  expect([world.authority.inFlight(), world.authority.exchanges()[0]?.answer.kind]).toEqual([
    0,
    'pending',
  ])
  world.clock.advance(30)
  expect((await answer).status).toBe(200)
  const [exchange] = world.authority.exchanges()
  expect(exchange?.answer).toMatchObject({ endedAt: Number(exchange?.startedAt) + 30 })
})

test('who gives up during a delay is not answered', async () => {
  const world = scripted({ do: 'serve' }, 30)
  const signal = AbortSignal.abort(new Error('given up'))
  const request = new Request(tokenUrl(world.tenantId), { method: 'POST', signal })
  await expect(world.authority.handle(request)).rejects.toThrow('given up')
  expect(world.authority.exchanges()[0]?.answer.kind).toBe('pending')
  world.clock.advance(30)
  await parked(world)
  expect(world.authority.inFlight()).toBe(0)
})

test('a token is issued when the delay is over, not when the request came', async () => {
  const world = scripted({ do: 'serve' }, 30)
  const answer = world.post()
  await parked(world)
  world.clock.advance(30)
  const { access_token: token } = await readJson(await answer)
  expect(readClaims(String(token))['exp']).toBe(1_767_225_600 + 30 + 3600)
})
