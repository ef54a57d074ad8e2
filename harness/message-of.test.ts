import { expect, test } from 'vitest'
import { messageOf } from './message-of.ts'
import type { Verdict } from './verdict.ts'

const DIFFERENCE = { where: 'wire', expected: '1 request', received: '20 requests' }

test.each<[string, Verdict, string]>([
  ['pass', { verdict: 'pass' }, ''],
  [
    'fail',
    { verdict: 'fail', blame: 'subject', differences: [DIFFERENCE, { ...DIFFERENCE, where: 'x' }] },
    'wire: expected 1 request, received 20 requests',
  ],
  ['error', { verdict: 'error', blame: 'driver', message: 'it is\n  gone' }, 'it is gone'],
  ['n/a', { verdict: 'n/a', reason: 'needs cae' }, 'needs cae'],
  ['not-run', { verdict: 'not-run', reason: 'not reached' }, 'not reached'],
])('%s is one line', (_what, verdict, message) => {
  expect(messageOf(verdict)).toBe(message)
})
