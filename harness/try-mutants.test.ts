import { expect, test } from 'vitest'
import { observed, refusal, token } from './observation-for-tests.ts'
import { brokenPlayer, oneCall, playerFor, selected } from './player-for-tests.ts'
import type { Player } from './player.ts'
import { tryMutants } from './try-mutants.ts'

const works = () => observed([{ outcomes: [token(1)] }])
const fails = () => observed([{ outcomes: [refusal()] }])
const own = selected('area/one', oneCall)
const other = selected('other/two', oneCall.replace('API-07', 'CACHE-01'))

/** Plays mutants of these names, and tells how often each was started. */
async function tryAll(players: Readonly<Record<string, Player>>) {
  const starts: string[] = []
  const results = await tryMutants(Object.keys(players), {
    trial: { selected: [own, other], seed: 42 },
    size: 1,
    on: async (name, work) => {
      starts.push(name)
      const player = players[name]
      if (!player) throw new RangeError(name)
      return await work(player)
    },
  })
  return { results, starts }
}

test('a mutant meets the other scenarios only where a check is left that none turned red', async () => {
  const { results, starts } = await tryAll({
    'no-token': playerFor(fails, { breaks: 'API-07' }),
    'no-token-either': playerFor(fails, { breaks: 'API-07' }),
  })
  expect(results.map(({ red }) => red.map(({ address }) => address))).toEqual([
    ['area/one:brings-a-token', 'other/two:brings-a-token'],
    ['area/one:brings-a-token'],
  ])
  expect(starts).toEqual(['no-token', 'no-token-either', 'no-token'])
})

test('a mutant that its own requirement does not catch is played on everything', async () => {
  const { results } = await tryAll({ harmless: playerFor(works, { breaks: 'API-07' }) })
  expect(results).toEqual([{ name: 'harmless', breaks: 'API-07', red: [], trouble: null }])
})

test('what cannot be started is trouble', async () => {
  const { results } = await tryAll({
    broken: brokenPlayer({ blame: 'subject', message: 'cannot be loaded' }),
  })
  expect(results).toMatchObject([{ name: 'broken', red: [], trouble: 'cannot be loaded' }])
})
