import { expect, test } from 'vitest'
import { observed, refusal, token } from './observation-for-tests.ts'
import { facts, oneCall, playerFor, selected } from './player-for-tests.ts'
import { playSuite, type ScenarioResult, unusableResults } from './play-suite.ts'
import type { Player } from './player.ts'
import type { Selected } from './select.ts'

test('every scenario is played and judged, and told in the order of the selection', async () => {
  const gate = Promise.withResolvers<void>()
  const player = playerFor(async (id) => {
    if (id === 'area/first') await gate.promise
    else gate.resolve()
    return observed([{ outcomes: [id === 'area/first' ? token(1) : refusal()] }])
  })
  const told = await play(
    [selected('area/first', oneCall), selected('area/second', oneCall)],
    player,
  )

  expect(told.map(({ scenario, results }) => [scenario.id, results[0]?.verdict.verdict])).toEqual([
    ['area/first', 'pass'],
    ['area/second', 'fail'],
  ])
  expect(player.asked).toEqual(['area/first', 'area/second'])
})

test('what the subject does not claim is not played', async () => {
  const player = playerFor()
  const [told] = await play([selected('area/cae', oneCall, 'needs: [cae]\n')], player)

  expect(player.asked).toEqual([])
  expect(told).toMatchObject({
    observation: null,
    results: [
      {
        verdict: { verdict: 'n/a', reason: 'needs cae, which the subject does not claim' },
      },
    ],
  })
})

test('only the checks that were asked for are told', async () => {
  const one = selected('area/one', oneCall)
  const [told] = await play([{ ...one, checks: [] }], playerFor())

  expect(told?.results).toEqual([])
})

test('of a subject that cannot be started every check is an error', () => {
  const unusable = { blame: 'subject', message: 'cannot be loaded' } as const

  expect(unusableResults([selected('area/one', oneCall)], unusable)).toMatchObject([
    { observation: null, results: [{ verdict: { verdict: 'error', ...unusable } }] },
  ])
})

test('a player that breaks ends the run', async () => {
  const player = playerFor(() => Promise.reject(new TypeError('broken')))

  await expect(play([selected('area/one', oneCall)], player)).rejects.toThrow('broken')
})

async function play(list: readonly Selected[], player: Player): Promise<readonly ScenarioResult[]> {
  const told: ScenarioResult[] = []
  await playSuite({ player, facts, selected: list, seed: 42 }, (result) => told.push(result))
  return told
}
