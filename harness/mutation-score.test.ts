import { expect, test } from 'vitest'
import { isPerfect, type MutantResult, mutationScore } from './mutation-score.ts'

test('a mutant is killed by a red check, and best by one of its own requirement', () => {
  const own = aMutant({ name: 'own', red: [red('a/b:one', 'CACHE-01')] })
  const elsewhere = aMutant({ name: 'elsewhere', red: [red('a/b:two', 'TEN-01')] })
  const survivor = aMutant({ name: 'survivor' })
  const troubled = aMutant({ name: 'troubled', trouble: 'cannot be loaded' })

  expect(
    mutationScore([own, elsewhere, survivor, troubled], ['a/b:one', 'a/b:two', 'a/b:three']),
  ).toEqual({
    killed: [own, elsewhere],
    survivors: [survivor],
    killedElsewhere: [elsewhere],
    troubled: [troubled],
    seenRed: ['a/b:one', 'a/b:two'],
    neverRed: ['a/b:three'],
  })
})

test.each([
  ['every mutant killed by its own, every check seen red', {}, ['a/b:one'], true],
  ['a check that was never red', {}, ['a/b:one', 'a/b:two'], false],
  ['a survivor', { red: [] }, [], false],
  ['a mutant killed by another requirement only', { breaks: 'TEN-01' }, ['a/b:one'], false],
  ['a mutant that says not what it breaks', { breaks: null }, ['a/b:one'], false],
  ['a mutant that was not measured', { trouble: 'gone' }, [], false],
])('the score with %s', (_what, members, scored, perfect) => {
  const mutant = aMutant({ red: [red('a/b:one', 'CACHE-01')], ...members })

  expect(isPerfect(mutationScore([mutant], scored))).toBe(perfect)
})

function aMutant(members: Partial<MutantResult>): MutantResult {
  return { name: 'mutant', breaks: 'CACHE-01', red: [], trouble: null, ...members }
}

function red(address: string, requirement: string) {
  return { address, requirement }
}
