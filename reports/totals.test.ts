import { expect, test } from 'vitest'
import { aCheck } from './golden/sample-report.ts'
import { measured, totalsOf } from './totals.ts'

test('checks are counted by verdict, and by verdict within their level', () => {
  const events = [
    aCheck({ verdict: 'pass', level: 'MUST' }),
    aCheck({ verdict: 'fail', level: 'MUST', standing: 'known-failure' }),
    aCheck({ verdict: 'error', level: 'SHOULD' }),
    aCheck({ verdict: 'n/a', level: 'SHOULD' }),
    aCheck({ verdict: 'pass', level: 'CHAR' }),
    aCheck({ verdict: 'not-run', level: null }),
    aCheck({ verdict: 'pass', level: 'MUST', subject: './another.ts' }),
  ]

  expect(totalsOf(events, 'builtin:reference')).toEqual({
    counts: { pass: 2, fail: 1, error: 1, 'n/a': 1, 'not-run': 1 },
    levels: {
      MUST: { pass: 1, fail: 1, error: 0, 'n/a': 0, 'not-run': 0 },
      SHOULD: { pass: 0, fail: 0, error: 1, 'n/a': 1, 'not-run': 0 },
    },
    known: 1,
  })
})

test('what does not apply is not part of what was measured', () => {
  expect(measured({ pass: 3, fail: 2, error: 1, 'n/a': 9, 'not-run': 1 })).toBe(7)
})
