import { expect, test } from 'vitest'
import { readBaseline } from './baseline.ts'
import { HarnessError } from './harness-error.ts'

const ADDRESSES = ['caching/hit:first', 'claims/bypass:not-from-cache']

test('an entry names a check, what it says, why it is known and until when', () => {
  const text = `# Known failures
- check: caching/hit:first
  subject: "@azure/identity"
  when: { version: "<5", language: javascript, os: linux }
  message: "wire: expected"
  why: The fix is under way.
  issue: https://example.com/1
  expires: 2026-12-01
`
  expect(readBaseline('b.yaml', text, ADDRESSES)).toEqual([
    {
      check: 'caching/hit:first',
      subject: '@azure/identity',
      when: { version: '<5', language: 'javascript', os: 'linux' },
      message: 'wire: expected',
      why: 'The fix is under way.',
      issue: 'https://example.com/1',
      expires: '2026-12-01',
      place: 'b.yaml:2:10',
    },
  ])
})

test('a baseline of comments is empty', () => {
  expect(readBaseline('b.yaml', '# nothing is known\n', ADDRESSES)).toEqual([])
})

test('a flaky entry needs no message', () => {
  const text =
    '- { check: "caching/hit:first", why: It depends., expires: 2026-12-01, flaky: true }'
  expect(readBaseline('b.yaml', text, ADDRESSES)).toHaveLength(1)
})

const CHECK = 'check: "caching/hit:first"'
const REST = 'message: m, why: w, expires: 2026-12-01'

test.each([
  [
    'no message',
    `${CHECK}, why: w, expires: 2026-12-01`,
    '1:3: "message" is missing; it is what the message of the failure begins with',
  ],
  ['no reason', `${CHECK}, message: m, expires: 2026-12-01`, '1:3: "why" is missing'],
  ['no expiry', `${CHECK}, message: m, why: w`, '1:3: "expires" is missing'],
  [
    'an expiry that is no date',
    `${CHECK}, message: m, why: w, expires: soon`,
    '1:62: "expires" is "soon"; a date is written 2026-11-23',
  ],
  [
    'a reason to be written',
    `${CHECK}, message: m, expires: 2026-12-01, why: TODO`,
    '1:66: a reason that is still to be written is none; say why this failure is known',
  ],
  [
    'a wildcard',
    `check: "caching/*", ${REST}`,
    '1:5: "caching/*" has a wildcard, and this version reads none; list each check',
  ],
  [
    'a range of another kind',
    `${CHECK}, when: { version: ^4 }, ${REST}`,
    '1:41: a version is like "<5", "4.14.1" or ">=4.1 <4.15"',
  ],
  [
    'an unknown member',
    `${CHECK}, expire: 1, ${REST}`,
    '1:33: "expire" is not one of check, subject, when, message, why, issue, expires, flaky; did you mean "expires"?',
  ],
  [
    'a check that is not there',
    `check: "caching/hit:frist", ${REST}`,
    '1:12: "caching/hit:frist" is no check of the suite; did you mean "caching/hit:first"?',
  ],
  [
    'an address that is nothing like any',
    `check: zzzzzzzzzzzzzzzz, ${REST}`,
    '1:12: "zzzzzzzzzzzzzzzz" is no check of the suite; touchstone list names all of them',
  ],
])('%s is refused with its place', (_what, entry, message) => {
  expect(() => readBaseline('b.yaml', `- { ${entry} }\n`, ADDRESSES)).toThrow(
    new HarnessError('bad-baseline', `b.yaml:${message}`),
  )
})
