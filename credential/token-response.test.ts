import { expect, test } from 'vitest'
import { answer } from './arrange-for-tests.ts'
import { AuthenticationError } from './errors.ts'
import { readToken } from './token-response.ts'

const NOW_MS = 1_000_000
const ID = '99999999-9999-9999-9999-999999999999'
const confidence = { secrets: ['the-assertion-of-this-request'], correlationId: ID }
const right = { token_type: 'Bearer', expires_in: 3599, access_token: 'AT' }

test.each([
  ['a number of seconds', {}, { expiresOnMs: NOW_MS + 3_599_000 }],
  ['seconds as a text', { expires_in: '3600' }, { expiresOnMs: NOW_MS + 3_600_000 }],
  ['a fraction', { expires_in: 3600.7 }, { expiresOnMs: NOW_MS + 3_600_000 }],
  ['a moment', { expires_in: undefined, expires_on: '5000' }, { expiresOnMs: 5_000_000 }],
  ['a type in lower case', { token_type: 'bearer' }, {}],
  ['no type', { token_type: undefined }, {}],
  ['a refresh time', { refresh_in: 1800 }, { refreshAfterMs: NOW_MS + 1_800_000 }],
  ['a refresh time as a text', { refresh_in: '1800' }, { refreshAfterMs: NOW_MS + 1_800_000 }],
  ['a refresh time of nought', { refresh_in: 0 }, {}],
  ['a refresh time after the end', { refresh_in: 4000 }, {}],
  ['a refresh time that is nonsense', { refresh_in: 'soon' }, {}],
  ['an error that is null', { error: null, error_description: null }, {}],
  ['members of no interest', { ext_expires_in: 9, scope: 'x', refresh_token: 'y' }, {}],
])('%s is read', (_, members, expected) => {
  expect(readToken(answer(200, { ...right, ...members }), NOW_MS, confidence)).toEqual({
    token: 'AT',
    expiresOnMs: NOW_MS + 3_599_000,
    refreshAfterMs: undefined,
    ...expected,
  })
})

test('a byte order mark does not matter', () => {
  const text = `\uFEFF${JSON.stringify(right)}`
  expect(readToken(answer(200, text), NOW_MS, confidence).token).toBe('AT')
})

test.each([
  ['no lifetime', 200, { ...right, expires_in: undefined }, 'no usable "expires_in"'],
  ['a lifetime that is nonsense', 200, { ...right, expires_in: 'abc' }, 'no usable "expires_in"'],
  ['a negative lifetime', 200, { ...right, expires_in: -1 }, 'no usable "expires_in"'],
  ['a lifetime beyond all dates', 200, { ...right, expires_in: 1e15 }, 'no usable "expires_in"'],
  ['no token', 200, { ...right, access_token: undefined }, 'no usable "access_token"'],
  ['an empty token', 200, { ...right, access_token: '' }, 'no usable "access_token"'],
  ['a number as a token', 200, { ...right, access_token: 7 }, 'no usable "access_token"'],
  [
    'a token of another type',
    200,
    { ...right, token_type: 'pop' },
    'a "token_type" other than Bearer',
  ],
  ['an object without members', 200, {}, 'no usable "access_token"'],
  ['a list', 200, [], 'a body that is no JSON object'],
  ['null', 200, null, 'a body that is no JSON object'],
  ['an empty body', 204, '', 'an empty body'],
  ['JSON that is cut off', 200, '{"access_token":"SECRET', 'a body that is no JSON object'],
  ['a page', 502, '<html>Bad gateway</html>', 'a body that is no JSON object'],
  ['a redirect', 302, '', 'a redirect, which is not followed'],
  ['a refusal without a code', 400, {}, 'JSON that has no "error"'],
  ['a token with a status of failure', 500, right, 'JSON that has no "error"'],
])('%s is refused, and not quoted', (_, status, body, problem) => {
  const error = failure(status, body)
  expect(error.message).toBe(
    `ClientAssertionCredential: the authority answered HTTP ${status} with ${problem} [correlation id ${ID}]`,
  )
  expect(error).toMatchObject({ code: 'invalid_response', status, correlationId: ID })
})

test('a refusal says what Entra says', () => {
  const error = failure(401, {
    error: 'invalid_client',
    error_description: 'AADSTS7000215: Invalid client secret.\r\nTrace ID: t',
    error_codes: [7000215],
    trace_id: '88888888-8888-8888-8888-888888888888',
    correlation_id: '77777777-7777-7777-7777-777777777777',
    claims: '{"access_token":{}}',
  })
  expect(error).toMatchObject({
    name: 'AuthenticationError',
    code: 'invalid_client',
    aadsts: 7000215,
    status: 401,
    correlationId: '77777777-7777-7777-7777-777777777777',
    traceId: '88888888-8888-8888-8888-888888888888',
    claims: '{"access_token":{}}',
    message:
      'ClientAssertionCredential: invalid_client (HTTP 401): AADSTS7000215: Invalid client secret. Trace ID: t ' +
      '[correlation id 77777777-7777-7777-7777-777777777777, trace id 88888888-8888-8888-8888-888888888888] ' +
      'See https://aka.ms/azsdk/js/identity/troubleshoot',
  })
})

test('the AADSTS code is found in the description where the list has none', () => {
  expect(failure(400, { error: 'x', error_description: 'AADSTS90002: no tenant' }).aadsts).toBe(
    90002,
  )
  expect(failure(400, { error: 'x', error_codes: ['50011'] }).aadsts).toBe(50011)
  expect(failure(400, { error: 'x' }).aadsts).toBeUndefined()
})

test('an error beside a token is an error, and neither token nor assertion is quoted', () => {
  const error = failure(200, {
    ...right,
    access_token: 'opaque-access-token-1',
    error: 'invalid_grant',
    error_description: 'for the-assertion-of-this-request no opaque-access-token-1',
  })
  expect(error.message).toContain('invalid_grant (HTTP 200): for <redacted> no <redacted> [')
  expect(JSON.stringify(error)).not.toContain('opaque')
})

test('an id that is none is not taken over', () => {
  expect(failure(400, { error: 'x', correlation_id: 'SECRET', trace_id: 'SECRET' })).toMatchObject({
    correlationId: ID,
    traceId: undefined,
  })
})

function failure(status: number, body: unknown): AuthenticationError {
  try {
    readToken(answer(status, body), NOW_MS, confidence)
  } catch (error) {
    if (error instanceof AuthenticationError) return error
    throw error
  }
  throw new Error('expected a refusal, received a token')
}
