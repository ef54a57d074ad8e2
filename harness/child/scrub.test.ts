import { expect, test } from 'vitest'
import { scrub } from './scrub.ts'

test.each([
  ['a JWT', 'got eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln end', 'got <token> end'],
  ['a long run of base64', `key=${'QUJD'.repeat(12)}==`, 'key=<secret>'],
  ['plain words', 'TypeError: cannot read x of undefined', 'TypeError: cannot read x of undefined'],
])('%s', (_what, text, expected) => {
  expect(scrub(text)).toBe(expected)
})
