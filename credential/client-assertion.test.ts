import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  answer,
  arrange,
  ASSERTION,
  CLIENT,
  formOf,
  hang,
  HOME,
  rejection,
  SCOPE,
  systemError,
} from './arrange-for-tests.ts'
import { ClientAssertionCredential } from './client-assertion.ts'
import { AuthenticationError, CredentialUnavailableError, NetworkError } from './errors.ts'

const MINUTE_MS = 60_000
const OUTAGE = [503, 503, 503, 503].map((status) => answer(status, ''))

// Time is the platform's, and so is its replacement.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: 1_800_000_000_000 })
  vi.setTimerTickMode('nextTimerAsync')
})
afterEach(() => {
  vi.useRealTimers()
})

// --- cache ----------------------------------------------------------------------------------------------------------

test('a second call gets the same token with the same expiry, and sends nothing', async () => {
  const { credential, sent, asked } = arrange()
  const first = await credential.getToken(SCOPE)
  pass(10 * MINUTE_MS)
  expect(await credential.getToken([SCOPE])).toEqual(first)
  expect(first).toEqual({
    token: 'token-1',
    expiresOnTimestamp: 1_800_003_599_000,
    tokenType: 'Bearer',
  })
  expect([sent.length, asked.length]).toEqual([1, 1])
})

test('getTokenInfo and getToken share what they have', async () => {
  const { credential, sent } = arrange()
  const info = await credential.getTokenInfo(SCOPE)
  expect(await credential.getToken(SCOPE)).toEqual(info)
  expect(sent).toHaveLength(1)
})

test.each([
  [299, 2],
  [300, 2],
  [301, 1],
])('with a lifetime of %i seconds two calls send %i requests', async (lifetime, requests) => {
  const { credential, sent } = arrange({ members: { expires_in: lifetime } })
  await credential.getToken(SCOPE)
  await credential.getToken(SCOPE)
  expect(sent).toHaveLength(requests)
})

test('in its last minutes a token is given out when no other can be had, and not after its end', async () => {
  const { credential, script } = arrange({ members: { expires_in: 600 } })
  await credential.getToken(SCOPE)
  pass(6 * MINUTE_MS)
  script(answer(400, { error: 'invalid_client' }))
  expect((await credential.getToken(SCOPE)).token).toBe('token-1')
  pass(4 * MINUTE_MS)
  script(answer(400, { error: 'invalid_client' }))
  expect(await rejection(credential.getToken(SCOPE))).toBeInstanceOf(AuthenticationError)
})

test('claims bypass the cache, and their token replaces the one that was there', async () => {
  const { credential, sent } = arrange()
  const claims = '{"access_token":{"nbf":{"essential":true}}}'
  await credential.getToken(SCOPE)
  expect((await credential.getToken(SCOPE, { claims })).token).toBe('token-2')
  expect((await credential.getToken(SCOPE)).token).toBe('token-2')
  expect(sent.map((request) => formOf(request)['claims'])).toEqual([undefined, claims])
})

test('a token asked for before the claims does not replace theirs, however late it comes', async () => {
  const slow = Promise.withResolvers<ReturnType<typeof answer>>()
  const { credential } = arrange({ replies: [() => slow.promise] })
  const plain = credential.getToken(SCOPE)
  const challenged = await credential.getToken(SCOPE, { claims: '{"access_token":{}}' })
  slow.resolve(answer(200, { expires_in: 3599, access_token: 'late' }))
  expect((await plain).token).toBe('late')
  expect((await credential.getToken(SCOPE)).token).toBe(challenged.token)
})

test('CAE and tenants have tokens of their own', async () => {
  const { credential, sent } = arrange({ additionallyAllowedTenants: ['other.example'] })
  const calls = [{}, { enableCae: true }, { tenantId: 'other.example' }, {}, { enableCae: true }]
  for (const options of calls) await credential.getToken(SCOPE, options)
  expect(sent.map(({ url }) => url.split('/')[3])).toEqual([HOME, HOME, 'other.example'])
  expect(formOf(sent[1])['claims']).toBe('{"access_token":{"xms_cc":{"values":["cp1"]}}}')
})

test('a failure is not kept', async () => {
  const { credential } = arrange({ replies: [answer(400, { error: 'invalid_client' })] })
  await rejection(credential.getToken(SCOPE))
  expect((await credential.getToken(SCOPE)).token).toBe('token-1')
})

// --- refresh --------------------------------------------------------------------------------------------------------

test('after refresh_in the caller has his token at once, and the next one the new token', async () => {
  const { credential, sent } = arrange({ members: { expires_in: 7200, refresh_in: 3600 } })
  const first = await credential.getToken(SCOPE)
  expect(first.refreshAfterTimestamp).toBe(1_800_003_600_000)
  pass(61 * MINUTE_MS)
  const parallel = await Promise.all([1, 2, 3].map(() => credential.getToken(SCOPE)))
  expect(parallel.map(({ token }) => token)).toEqual(['token-1', 'token-1', 'token-1'])
  await turn()
  expect((await credential.getToken(SCOPE)).token).toBe('token-2')
  expect(sent).toHaveLength(2)
})

test.each([
  ['refused', [answer(400, { error: 'invalid_client' })]],
  ['unavailable', OUTAGE],
  ['reset', [1, 2, 3, 4].map(() => systemError('ECONNRESET'))],
  ['nonsense', [answer(200, '<html>')]],
  ['never answered', [hang, hang, hang, hang]],
])(
  'a refresh that is %s costs nobody his token, and is not repeated for 30 s',
  async (_, replies) => {
    const { credential, sent, script } = arrange({ members: { expires_in: 7200, refresh_in: 60 } })
    await credential.getToken(SCOPE)
    pass(2 * MINUTE_MS)
    script(...replies)
    expect((await credential.getToken(SCOPE)).token).toBe('token-1')
    await vi.waitFor(() => expect(sent).toHaveLength(1 + replies.length))
    await turn()
    expect((await credential.getToken(SCOPE)).token).toBe('token-1')
    await turn()
    expect(sent).toHaveLength(1 + replies.length)
  },
)

test('a refresh for which there is no assertion is tried again after 30 s and not before', async () => {
  let calls = 0
  const { credential, asked } = arrange({
    members: { expires_in: 7200, refresh_in: 60 },
    getAssertion: () => {
      calls += 1
      if (calls > 1) throw new Error('closed')
      return ASSERTION
    },
  })
  await credential.getToken(SCOPE)
  pass(2 * MINUTE_MS)
  for (const [waitMs, expected] of [
    [0, 2],
    [29_000, 2],
    [1000, 3],
  ] as const) {
    pass(waitMs)
    expect((await credential.getToken(SCOPE)).token).toBe('token-1')
    await turn()
    expect(asked).toHaveLength(expected)
  }
})

// --- concurrency and cancellation -----------------------------------------------------------------------------------

test('many cold calls make one request, and claims make their own', async () => {
  const { credential, sent, asked } = arrange()
  const claims = { claims: '{"access_token":{}}' }
  const calls = [{}, claims, {}, claims, {}].map((options) => credential.getToken(SCOPE, options))
  const tokens = (await Promise.all(calls)).map(({ token }) => token)
  expect(tokens).toEqual(['token-1', 'token-2', 'token-1', 'token-2', 'token-1'])
  expect([sent.length, asked.length]).toEqual([2, 2])
})

test('one who gives up fails nobody else', async () => {
  const slow = Promise.withResolvers<ReturnType<typeof answer>>()
  const { credential } = arrange({ replies: [() => slow.promise] })
  const impatient = new AbortController()
  const gone = rejection(credential.getToken(SCOPE, { abortSignal: impatient.signal }))
  const hurried = rejection(credential.getToken(SCOPE, { requestOptions: { timeout: 1000 } }))
  const stays = credential.getToken(SCOPE)
  impatient.abort()
  expect((await gone).name).toBe('AbortError')
  expect(await hurried).toMatchObject({ name: 'NetworkError', code: 'ETIMEDOUT' })
  slow.resolve(answer(200, { expires_in: 3599, access_token: 'slow' }))
  expect((await stays).token).toBe('slow')
})

test('an abort ends a callback that hangs, and the next call works', async () => {
  let calls = 0
  const { credential, asked, sent } = arrange({
    getAssertion: async () => (++calls === 1 ? await new Promise(() => {}) : ASSERTION),
  })
  const controller = new AbortController()
  const gone = rejection(credential.getToken(SCOPE, { abortSignal: controller.signal }))
  await turn()
  controller.abort()
  expect((await gone).name).toBe('AbortError')
  expect(asked[0]?.abortSignal.aborted).toBe(true)
  expect(sent).toHaveLength(0)
  expect((await credential.getToken(SCOPE)).token).toBe('token-1')
})

test('no retry is sent after an abort', async () => {
  const { credential, sent } = arrange({ replies: [answer(503, '', { 'retry-after': '60' })] })
  const controller = new AbortController()
  const gone = rejection(credential.getToken(SCOPE, { abortSignal: controller.signal }))
  setTimeout(() => controller.abort(), 1000)
  expect((await gone).name).toBe('AbortError')
  await vi.advanceTimersByTimeAsync(2 * MINUTE_MS)
  expect(sent).toHaveLength(1)
})

test('a call that was aborted before it began sends nothing', async () => {
  const { credential, sent, asked } = arrange()
  const error = await rejection(credential.getToken(SCOPE, { abortSignal: AbortSignal.abort() }))
  expect(error.name).toBe('AbortError')
  expect([sent.length, asked.length]).toEqual([0, 0])
})

test('the callback may ask for another scope, and is told when it asks for its own', async () => {
  const errors: Error[] = []
  const { credential, sent } = arrange({
    getAssertion: async () => {
      if (sent.length === 0) {
        errors.push(await rejection(credential.getToken(SCOPE)))
        if (errors.length === 1) await credential.getToken('other/.default')
      }
      return ASSERTION
    },
  })
  expect((await credential.getToken(SCOPE)).token).toMatch(/^token-/)
  expect(errors[0]).toMatchObject({ code: 'circular_request' })
})

// --- assertion and request ------------------------------------------------------------------------------------------

test('the callback is told for what its assertion is', async () => {
  const { credential, asked, sent } = arrange()
  await credential.getToken(SCOPE)
  const tokenEndpoint = `https://login.microsoftonline.com/${HOME}/oauth2/v2.0/token`
  expect(asked).toMatchObject([{ clientId: CLIENT, tokenEndpoint }])
  expect(formOf(sent[0])['client_assertion']).toBe(ASSERTION)
})

test.each([
  ['an empty text', ''],
  ['nothing', undefined],
  ['null', null],
  ['a number', 42],
  ['a list', [ASSERTION]],
])('%s is no assertion, and is not sent', async (_, assertion) => {
  // The type of the callback forbids it; JavaScript does not.
  const { credential, sent } = arrange({ getAssertion: () => assertion as string })
  expect(await rejection(credential.getToken(SCOPE))).toMatchObject({ code: 'invalid_assertion' })
  expect(sent).toHaveLength(0)
})

test('a callback that fails is the cause, and its words are neither in the message nor in the log', async () => {
  const cause = new Error('the vault says SECRET')
  const { credential, log } = arrange({ getAssertion: () => Promise.reject(cause) })
  const error = await rejection(credential.getToken(SCOPE))
  expect(error).toMatchObject({ name: 'AuthenticationError', code: 'assertion_failed', cause })
  expect(error.message).not.toContain('SECRET')
  expect(log).toEqual([
    'warning ClientAssertionCredential: no token: AuthenticationError (assertion_failed).',
  ])
})

test('a callback that is not available here lets a chain go on', async () => {
  const { credential } = arrange({
    getAssertion: () => Promise.reject(new CredentialUnavailableError('not here')),
  })
  expect((await rejection(credential.getToken(SCOPE))).name).toBe('CredentialUnavailableError')
})

// --- retries and errors ---------------------------------------------------------------------------------------------

test('an outage is tried four times with the same request, in waits that grow', async () => {
  const { credential, sent, asked } = arrange({ replies: OUTAGE })
  const began = Date.now()
  expect(await rejection(credential.getToken(SCOPE))).toMatchObject({ status: 503 })
  expect(Date.now() - began).toBe(800 + 1600 + 3200)
  expect(new Set(sent.map((request) => JSON.stringify(request))).size).toBe(1)
  expect([sent.length, asked.length]).toEqual([4, 1])
})

test('the next call after an outage asks again, under another correlation id', async () => {
  const { credential, sent } = arrange({ replies: OUTAGE })
  await rejection(credential.getToken(SCOPE))
  expect((await credential.getToken(SCOPE)).token).toBe('token-1')
  expect(new Set(sent.map(({ headers }) => headers['client-request-id'])).size).toBe(2)
})

test('Retry-After is waited for', async () => {
  const { credential, sent } = arrange({ replies: [answer(429, '', { 'retry-after': '120' })] })
  const began = Date.now()
  await credential.getToken(SCOPE)
  expect([Date.now() - began, sent.length]).toEqual([120_000, 2])
})

test('a try that is never answered ends after 100 s, and the next one may fare better', async () => {
  const { credential } = arrange({ replies: [hang] })
  const began = Date.now()
  expect((await credential.getToken(SCOPE)).token).toBe('token-1')
  expect(Date.now() - began).toBe(100_800)
})

test('a connection that breaks keeps the word of the system', async () => {
  const resets = [1, 2, 3, 4].map(() => systemError('ECONNREFUSED'))
  const { credential, sent } = arrange({ replies: resets })
  const error = await rejection(credential.getToken(SCOPE))
  expect(error).toBeInstanceOf(NetworkError)
  expect(error).toMatchObject({ code: 'ECONNREFUSED', cause: { code: 'ECONNREFUSED' } })
  expect(sent).toHaveLength(4)
})

test('bytes of an answer that an error of the connection holds are not passed on', async () => {
  const broken = [1, 2, 3, 4].map(() =>
    Object.assign(new Error('no HTTP'), { code: 'HPE_INVALID', data: 'SECRET' }),
  )
  const { credential } = arrange({ replies: broken })
  const { cause } = await rejection(credential.getToken(SCOPE))
  expect(Object.keys(Object(cause))).toEqual(['code'])
})

test('an assertion that the authority repeats does not stand in the error', async () => {
  const description = `AADSTS50027: bad token ${ASSERTION}`
  const { credential, log } = arrange({
    replies: [answer(401, { error: 'invalid_client', error_description: description })],
  })
  const error = await rejection(credential.getToken(SCOPE))
  expect(error.message).toContain('AADSTS50027: bad token <redacted>')
  expect(`${error.stack}${JSON.stringify(error)}${log.join()}`).not.toContain(ASSERTION)
})

test('a tenant that is not allowed is refused before the callback', async () => {
  const { credential, sent, asked } = arrange()
  const error = await rejection(credential.getToken(SCOPE, { tenantId: 'other.example' }))
  expect(error).toMatchObject({ name: 'AuthenticationError', code: 'tenant_not_allowed' })
  expect([sent.length, asked.length]).toEqual([0, 0])
})

test('what happens is logged without secrets', async () => {
  const { credential, log } = arrange()
  await credential.getToken(SCOPE)
  expect(log).toEqual([
    `info ClientAssertionCredential: a token for ${SCOPE} in tenant ${HOME}, valid for 3599 s`,
  ])
})

// --- constructor and close ------------------------------------------------------------------------------------------

test.each([
  ['an empty tenant', { tenantId: '' }, /^tenantId: expected/],
  ['a tenant with a path in it', { tenantId: '../x' }, /^tenantId: expected/],
  ['an authority without TLS', { authorityHost: 'http://a.example' }, /^authorityHost: expected/],
  ['a retry count below nought', { retryOptions: { maxRetries: -1 } }, /^retryOptions.maxRetries/],
  [
    'an authority without TLS in the environment',
    { environment: { AZURE_AUTHORITY_HOST: 'http://a.example' } },
    /^AZURE_AUTHORITY_HOST: expected/,
  ],
])('%s is refused at construction', (_, wanted, message) => {
  expect(() => arrange(wanted)).toThrow(message)
})

test('options that are null are as none', () => {
  expect(() => new ClientAssertionCredential(HOME, CLIENT, () => ASSERTION, null)).not.toThrow()
})

test('retry options that are undefined are the defaults', async () => {
  const retryOptions = { maxRetries: undefined, retryDelayInMs: 0, maxRetryDelayInMs: undefined }
  const { credential, sent } = arrange({ replies: OUTAGE, retryOptions })
  await rejection(credential.getToken(SCOPE))
  expect(sent).toHaveLength(4)
})

test.each<[string, () => void]>([
  [
    'that throws',
    () => {
      throw new Error('the disk is full')
    },
  ],
  ['whose promise rejects', () => Promise.reject(new Error('the disk is full'))],
])('a logger %s changes neither a token nor an error', async (_, logger) => {
  const { credential } = arrange({ logger })
  expect((await credential.getToken(SCOPE)).token).toBe('token-1')
  const refused = arrange({ logger, replies: [answer(401, { error: 'invalid_client' })] })
  expect(await rejection(refused.credential.getToken(SCOPE))).toMatchObject({
    code: 'invalid_client',
  })
})

test('a negative timeout is refused before anything is sent', async () => {
  const { credential, sent } = arrange()
  const call = credential.getToken(SCOPE, { requestOptions: { timeout: -1 } })
  expect(await rejection(call)).toBeInstanceOf(RangeError)
  expect(sent).toEqual([])
})

test('a persistent cache is refused as not available', () => {
  const wanted = { tokenCachePersistenceOptions: { enabled: true } }
  expect(() => arrange(wanted)).toThrow(CredentialUnavailableError)
})

test('a closed credential gives out what it has, and refuses what it would have to ask for', async () => {
  const { credential, sent } = arrange()
  await credential.getToken(SCOPE)
  await credential.close()
  await credential.close()
  expect((await credential.getToken(SCOPE)).token).toBe('token-1')
  expect(await rejection(credential.getToken('b'))).toMatchObject({ code: 'credential_closed' })
  expect(sent).toHaveLength(1)
})

test('close ends the calls that wait', async () => {
  const { credential } = arrange({ replies: [hang] })
  const waiting = rejection(credential.getToken(SCOPE))
  await credential[Symbol.asyncDispose]()
  expect(await waiting).toMatchObject({ code: 'credential_closed' })
})

/** Lets everything happen that needs no time. */
async function turn(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve))
}

/** Lets time pass in which nothing happens. */
function pass(ms: number): void {
  vi.setSystemTime(Date.now() + ms)
}
