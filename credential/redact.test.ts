import { expect, test } from 'vitest'
import { redact } from './redact.ts'

const SECRET = 'é&=+ % a secret of some length'

test.each([
  ['a text without secrets', 'nothing to hide', 'nothing to hide'],
  ['the secret as it is', `got ${SECRET}!`, 'got <redacted>!'],
  ['the secret in a URL', `got ${encodeURIComponent(SECRET)}!`, 'got <redacted>!'],
  [
    'the secret in a form',
    `got ${new URLSearchParams({ a: SECRET }).toString().slice(2)}!`,
    'got <redacted>!',
  ],
  ['the secret in base64', `got ${Buffer.from(SECRET).toString('base64')}!`, 'got <redacted>!'],
  ['a piece of 16 characters', `got ${SECRET.slice(4, 20)}!`, 'got <redacted>!'],
  ['a JWT of somebody else', 'got eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.c2ln!', 'got <redacted>!'],
  ['line breaks', 'one\r\ntwo\tthree', 'one two three'],
])('%s is made fit for a message', (_, text, expected) => {
  expect(redact(text, [SECRET])).toBe(expected)
})

test('a short secret goes, and a very short one does not tear holes into words', () => {
  expect(redact('got assertion-1, a word', ['assertion-1', 'a'])).toBe('got <redacted>, a word')
})

test('a text is cut at 4000 characters', () => {
  expect(redact('x'.repeat(5000), [])).toHaveLength(4000)
})
