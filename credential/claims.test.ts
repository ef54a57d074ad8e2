import { expect, test } from 'vitest'
import { mergeClaims, readClaims } from './claims.ts'

const NBF = '{"access_token":{"nbf":{"essential":true, "value":"1604106651"}}}'

test('claims are sent as they were written where CAE is off', () => {
  expect(mergeClaims(NBF, false)).toBe(NBF)
  expect(mergeClaims(undefined, false)).toBeUndefined()
})

test.each([
  ['no claims', undefined, { access_token: { xms_cc: { values: ['cp1'] } } }],
  [
    'claims of a challenge',
    NBF,
    {
      access_token: { nbf: { essential: true, value: '1604106651' }, xms_cc: { values: ['cp1'] } },
    },
  ],
  [
    'a capability that is there',
    '{"access_token":{"xms_cc":{"values":["CP1","foo"]}}}',
    { access_token: { xms_cc: { values: ['foo', 'cp1'] } } },
  ],
  [
    'a member that is null',
    '{"access_token":null}',
    { access_token: { xms_cc: { values: ['cp1'] } } },
  ],
  [
    'claims for an id token',
    '{"id_token":{"a":null}}',
    { id_token: { a: null }, access_token: { xms_cc: { values: ['cp1'] } } },
  ],
])('with CAE the capability joins %s', (_, claims, expected) => {
  expect(JSON.parse(mergeClaims(claims, true) ?? '')).toEqual(expected)
})

test.each([
  ['nothing', undefined],
  ['an empty text', ''],
  ['a blank', ' '],
])('%s is no claims', (_, claims) => {
  expect(readClaims(claims)).toBeUndefined()
})

test.each([
  ['not json', 'claims: expected the text of a JSON object; is it still base64 encoded?'],
  ['eyJhIjoxfQ==', 'claims: expected the text of a JSON object; is it still base64 encoded?'],
  ['[]', 'claims: expected a JSON object, such as {"access_token":{}}'],
  ['null', 'claims: expected a JSON object, such as {"access_token":{}}'],
])('%j is refused', (claims, message) => {
  expect(() => readClaims(claims)).toThrow(new TypeError(message))
})

test('a capability cannot be added to something that is no object', () => {
  expect(() => mergeClaims('{"access_token":"all"}', true)).toThrow(
    'claims: expected "access_token" to be a JSON object',
  )
})
