import { HarnessError } from './harness-error.ts'
import { expect, test } from 'vitest'
import { readRequirements } from './requirements.ts'

test('a registry file is a mapping from id to requirement', () => {
  const text = `CACHE-01:
  level: MUST
  statement: A token is kept until it expires.
  source: https://example.com/page
  grade: observed
  date: 2026-11-23
`
  expect(readRequirements('r.yaml', text)).toEqual([
    {
      id: 'CACHE-01',
      file: 'r.yaml',
      level: 'MUST',
      statement: 'A token is kept until it expires.',
      source: 'https://example.com/page',
      grade: 'observed',
      date: '2026-11-23',
    },
  ])
})

const REST = 'statement: A token is kept., source: x@1, grade: spec'

test.each([
  [
    'an unknown level',
    `CACHE-01: { level: MAY, ${REST} }`,
    '1:20: "MAY" is not one of MUST, SHOULD, CHAR',
  ],
  [
    'a bad id',
    `cache: { level: MUST, ${REST} }`,
    '1:1: "cache": a requirement is named like CACHE-12',
  ],
  [
    'an id given twice',
    `CACHE-01: { level: MUST, ${REST} }\nCACHE-01: { level: MUST, ${REST} }`,
    '2:1: map keys must be unique',
  ],
  [
    'an unknown member',
    `CACHE-01: { level: MUST, ${REST}, src: x }`,
    '1:81: "src" is not one of level, statement, source, grade, date, excluded',
  ],
  [
    'a date of no observation',
    `CACHE-01: { level: MUST, ${REST}, date: 2026-11-23 }`,
    '1:81: "date" is when something was observed, and the grade is spec',
  ],
  [
    'no source',
    'CACHE-01: { level: MUST, statement: A token is kept., grade: spec }',
    '1:11: "source" is missing',
  ],
])('%s is refused with its place', (_what, text, message) => {
  expect(() => readRequirements('r.yaml', text)).toThrow(
    new HarnessError('bad-requirement', `r.yaml:${message}`),
  )
})
