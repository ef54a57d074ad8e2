import { expect, test } from 'vitest'
import { scrub } from './scrub.ts'

test.each([
  ['a JWT', 'got eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.c2ln end', 'got <token> end'],
  ['a long run of base64', `key=${'QUJD'.repeat(12)}==`, 'key=<secret>'],
  ['the tail of a signature', 'x b83WfNIxgQ9NLvIlu3LKUYaNjndavNwEMpJg', 'x <secret>'],
  [
    'a path',
    'at /home/dev/my-project/source/credential.ts:12',
    'at /home/dev/my-project/source/credential.ts:12',
  ],
  ['plain words', 'TypeError: cannot read x of undefined', 'TypeError: cannot read x of undefined'],
])('%s', (_what, text, expected) => {
  expect(scrub(text)).toBe(expected)
})
