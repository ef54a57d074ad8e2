import { expect, test } from 'vitest'
import { HarnessError } from './harness-error.ts'
import type { Scenario } from './scenario/scenario.ts'
import { notApplicable, selectChecks } from './select.ts'

test.each([
  [
    'nothing',
    [],
    ['caching/hit:first', 'caching/hit:second', 'claims/bypass:first', 'mine/x:first'],
  ],
  ['an area', ['caching'], ['caching/hit:first', 'caching/hit:second']],
  ['a scenario', ['claims/bypass'], ['claims/bypass:first']],
  ['exactly one check', ['caching/hit:second'], ['caching/hit:second']],
  ['a file', ['scenarios/claims/bypass.yaml'], ['claims/bypass:first']],
  [
    'a folder, as a shell completes it',
    ['./scenarios/caching/'],
    ['caching/hit:first', 'caching/hit:second'],
  ],
  [
    'two that overlap, in the order of the suite',
    ['claims/bypass', 'caching/hit:first', 'caching/hit:first'],
    ['caching/hit:first', 'claims/bypass:first'],
  ],
])('a selector that names %s selects it', (_what, selectors, expected) => {
  const selected = selectChecks(SUITE, selectors)
  const addresses = selected.flatMap(({ scenario, checks }) =>
    checks.map(({ name }) => `${scenario.id}:${name}`),
  )
  expect(addresses).toEqual(expected)
})

test.each([
  ['an area', 'cachin', '"cachin" names no check, scenario, area or file; did you mean "caching"?'],
  [
    'a check',
    'caching/hit:secnd',
    '"caching/hit:secnd" names no check, scenario, area or file; did you mean "caching/hit:second"?',
  ],
  [
    'a file',
    'scenarios/claims/bypas.yaml',
    '"scenarios/claims/bypas.yaml" names no check, scenario, area or file; did you mean "scenarios/claims/bypass.yaml"?',
  ],
  [
    'part of a name',
    'caching/hi',
    '"caching/hi" names no check, scenario, area or file; did you mean "caching/hit"?',
  ],
  [
    'nothing known',
    'zzzzzzzzzzzz',
    '"zzzzzzzzzzzz" names no check, scenario, area or file; touchstone list names all of them',
  ],
])('a selector that misspells %s is refused', (_what, selector, message) => {
  expect(() => selectChecks(SUITE, ['claims', selector])).toThrow(
    new HarnessError('bad-usage', message),
  )
})

test.each([
  ['all it needs', ['claims', 'cae', 'clock'], null],
  ['not all it needs', ['cae'], 'needs claims and clock, which the subject does not claim'],
] as const)('a scenario applies to a subject that has %s', (_what, capabilities, reason) => {
  expect(notApplicable({ needs: ['claims', 'clock'] }, capabilities)).toBe(reason)
})

test('a file without a check is said to be one', () => {
  expect(() => selectChecks([scenario('mine/y', 'mine/y.yaml', [])], ['./mine/y.yaml'])).toThrow(
    'mine/y.yaml: no step has a check; give one "expect"',
  )
})

const SUITE = [
  scenario('caching/hit', 'scenarios/caching/hit.yaml', ['first', 'second']),
  scenario('claims/bypass', 'scenarios/claims/bypass.yaml', ['first']),
  scenario('mine/x', '../mine/x.yaml', ['first']),
]

function scenario(id: string, file: string, checks: readonly string[]): Scenario {
  return {
    id,
    file,
    title: 'Something is true',
    why: undefined,
    needs: [],
    situation: { given: {}, steps: [] },
    checks: checks.map((name) => ({ name, step: 1, requirement: 'CACHE-01', expect: {} })),
  }
}
