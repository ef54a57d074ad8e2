import { expect, test } from 'vitest'
import type { BaselineEntry } from './baseline.ts'
import { firstExit, gate } from './gate.ts'
import type { GatedResult, GateRules } from './standing.ts'
import type { Verdict } from './verdict.ts'

const FAIL: Verdict = {
  verdict: 'fail',
  blame: 'subject',
  differences: [{ where: 'wire', expected: '1 request', received: '20 requests' }],
}
const PASS: Verdict = { verdict: 'pass' }
const NOT_APPLICABLE: Verdict = { verdict: 'n/a', reason: 'needs cae' }
const ERROR: Verdict = { verdict: 'error', blame: 'driver', message: 'it is gone' }

test.each<[string, readonly Verdict[], number]>([
  ['all passes', [PASS, NOT_APPLICABLE], 0],
  ['one fails', [PASS, FAIL], 1],
  ['one could not be measured', [PASS, ERROR], 2],
  ['one fails and one could not be measured', [ERROR, FAIL], 1],
  ['nothing was selected', [], 4],
  ['nothing applied', [NOT_APPLICABLE, NOT_APPLICABLE], 4],
])('when %s, the exit code says so', (_what, verdicts, exit) => {
  expect(gate(verdicts.map(result), rules([])).exit).toBe(exit)
})

test.each<[string, Verdict, Partial<BaselineEntry>, number, readonly string[]]>([
  ['a known failure', FAIL, {}, 0, []],
  ['a flaky pass', PASS, { flaky: true }, 0, []],
  ['a known failure that passes', PASS, {}, 1, ['passes now; remove the entry']],
  [
    'an entry about what does not apply',
    NOT_APPLICABLE,
    {},
    1,
    ['was not measured; remove the entry, or limit it with "subject" and "when"'],
  ],
  [
    'an expired entry',
    FAIL,
    { expires: '2026-11-22' },
    1,
    ['expired on 2026-11-22; mend the failure, or renew the entry with its reason'],
  ],
  [
    'a changed failure',
    FAIL,
    { message: 'token: ' },
    1,
    ['fails in another way now; look at it, then mend "message"'],
  ],
  [
    'an entry that ends in two weeks',
    FAIL,
    { expires: '2026-12-07' },
    0,
    ['expires on 2026-12-07, in 14 days'],
  ],
  ['an entry that ends later', FAIL, { expires: '2026-12-08' }, 0, []],
  [
    'an entry that ends tomorrow',
    FAIL,
    { expires: '2026-11-24' },
    0,
    ['expires on 2026-11-24, in 1 day'],
  ],
  ['an entry that ends today', FAIL, { expires: '2026-11-23' }, 0, ['expires today']],
  ['an entry for somebody else', PASS, { subject: 'other' }, 0, []],
])('%s is told, and decides the exit code', (_what, verdict, members, exit, notes) => {
  const told = gate([result(verdict)], rules([entry(members)]))
  expect(told.notes).toEqual(notes.map((note) => `b.yaml:1:1: "caching/hit:first" ${note}`))
  expect(told.exit).toBe(exit)
})

test('the standings are in the order of the results', () => {
  expect(gate([PASS, FAIL, ERROR].map(result), rules([])).standings).toEqual([
    'ok',
    'new-failure',
    'ok',
  ])
})

test.each([
  [[0, 4, 5], 5],
  [[2, 1, 3], 3],
  [[3, 130], 130],
  [[], 0],
] as const)('of the exit codes %j the first is %i', (codes, exit) => {
  expect(firstExit(codes)).toBe(exit)
})

function entry(members: Partial<BaselineEntry>): BaselineEntry {
  return {
    check: 'caching/hit:first',
    message: 'wire: expected 1 request',
    why: 'The fix is under way.',
    expires: '2026-12-31',
    place: 'b.yaml:1:1',
    ...members,
  }
}

const HUNG: Verdict = { ...FAIL, incident: true }
const NOT_RUN: Verdict = { verdict: 'not-run', reason: 'step 1: getToken never settled' }

test('a subject that hangs or ends is a failure whatever the check is worth', () => {
  for (const level of ['SHOULD', 'CHAR'] as const) {
    expect(gate([{ ...result(HUNG), level }], rules([]))).toMatchObject({
      standings: ['new-failure'],
      exit: 1,
    })
    expect(gate([{ ...result(FAIL), level }], rules([]))).toMatchObject({
      standings: ['not-scored'],
      exit: 0,
    })
  }
})

test('a check that was not run is lost, unless what kept it from being run is told', () => {
  const listed = entry({ message: 'wire' })
  const other = { ...result(FAIL), level: 'SHOULD' as const, address: 'caching/hit:other' }
  const hung = { ...result(HUNG), address: listed.check }
  const lost = { ...result(NOT_RUN), address: 'caching/hit:lost' }
  expect(gate([result(PASS), lost], rules([])).exit).toBe(1)
  expect(gate([other, lost], rules([])).exit).toBe(1)
  expect(gate([hung, lost], rules([listed])).exit).toBe(0)
})

function result(verdict: Verdict): GatedResult {
  const subject = {
    key: 'builtin:reference',
    name: 'reference',
    version: '1.0.0',
    language: 'javascript',
  }
  return { address: 'caching/hit:first', subject, level: 'MUST', verdict }
}

function rules(baseline: readonly BaselineEntry[]): GateRules {
  return { baseline, failOn: 'must', today: '2026-11-23', os: 'linux', filtered: false }
}
