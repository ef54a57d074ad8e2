import { expect, test } from 'vitest'
import { plain } from '../reports/paint.ts'
import { type MutantResult, mutationScore } from './mutation-score.ts'
import { holds, selftestJson, type SelftestReport, selftestText } from './selftest-text.ts'

test('a self-test that holds ends with its score', () => {
  const report = aReport([aMutant('no-cache')], ['a/b:one'])

  expect(holds(report)).toBe(true)
  expect(selftestText(report, plain)).toBe(
    [
      ' ✓ reference passes 1 check',
      ' ✓ no-cache  killed by 1 check, CACHE-01 among them',
      '',
      ' mutants 1/1 · checks seen red 1/1',
      '',
    ].join('\n'),
  )
})

test('what is missing stands before the score', () => {
  const mutants = [
    aMutant('killed'),
    aMutant('survivor', { red: [] }),
    aMutant('elsewhere', { breaks: 'TEN-01' }),
    aMutant('broken', { red: [], trouble: 'cannot be loaded' }),
  ]
  const report = aReport(mutants, ['a/b:one', 'a/b:two'], ['a/b:two  fail: it differs'])

  expect(holds(report)).toBe(false)
  expect(selftestText(report, plain)).toBe(
    [
      ' ✗ reference passes 1 check, and 1 not',
      ' ✓ killed     killed by 1 check, CACHE-01 among them',
      ' ✗ survivor   survives; it breaks CACHE-01',
      ' ✗ elsewhere  killed by 1 check, none of TEN-01',
      ' ! broken     not measured: cannot be loaded',
      '',
      'not passed by the reference: 1',
      '   a/b:two  fail: it differs',
      '',
      'survivors: 1',
      '   survivor  CACHE-01',
      '',
      'not killed by the requirement they break: 1',
      '   elsewhere  TEN-01  a/b:one (CACHE-01)',
      '',
      'checks never seen red: 1',
      '   a/b:two',
      '',
      ' mutants 2/4 · checks seen red 1/2',
      '',
    ].join('\n'),
  )
})

test('the JSON document says whether it holds', () => {
  const document: unknown = JSON.parse(selftestJson(aReport([aMutant('no-cache')], ['a/b:one'])))

  expect(document).toEqual({
    holds: true,
    reference: { passed: 1, problems: [] },
    mutants: [aMutant('no-cache')],
    survivors: [],
    seenRed: ['a/b:one'],
    neverRed: [],
  })
})

function aMutant(name: string, members: Partial<MutantResult> = {}): MutantResult {
  const red = [{ address: 'a/b:one', requirement: 'CACHE-01' }]
  return { name, breaks: 'CACHE-01', red, trouble: null, ...members }
}

function aReport(
  mutants: readonly MutantResult[],
  scored: readonly string[],
  problems: readonly string[] = [],
): SelftestReport {
  return { reference: { passed: 1, problems }, mutants, score: mutationScore(mutants, scored) }
}
