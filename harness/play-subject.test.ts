import { expect, test } from 'vitest'
import type { ReportEvent } from '../reports/events.ts'
import { observed, refusal, token } from './observation-for-tests.ts'
import { brokenPlayer, oneCall, playerFor, selected } from './player-for-tests.ts'
import { playSubject } from './play-subject.ts'
import type { Player } from './player.ts'
import type { GatedResult } from './standing.ts'

test('a subject is introduced, probed, and played scenario by scenario', async () => {
  const player = playerFor(() => observed([{ outcomes: [token(1)] }]))
  const { events, gated } = await play(player)

  expect(events.map(({ t }) => t)).toEqual(['subject', 'scenario', 'check', 'scenario', 'check'])
  expect(player.asked).toEqual(['smoke/gets-a-token', 'area/one', 'area/two'])
  expect(gated.map(({ address, subject, level }) => [address, subject.key, level])).toEqual([
    ['area/one:brings-a-token', './mine.ts', 'MUST'],
    ['area/two:brings-a-token', './mine.ts', 'MUST'],
  ])
})

test('a probe that fails is a warning, and the run goes on', async () => {
  const player = playerFor((id) =>
    observed([{ outcomes: [id.startsWith('smoke/') ? refusal() : token(1)] }]),
  )
  const { events } = await play(player)

  expect(events[1]).toMatchObject({
    t: 'note',
    scenario: null,
    subject: './mine.ts',
    from: 'harness',
    text: expect.stringMatching(/^smoke: "brings a token" fails: token: expected an AccessToken/),
  })
  expect(events.filter(({ t }) => t === 'check')).toMatchObject([
    { verdict: 'pass', standing: 'flaky' },
    { verdict: 'pass', standing: 'flaky' },
  ])
})

test('of a subject that cannot be started nothing is played, and every check is an error', async () => {
  const player = brokenPlayer({ blame: 'subject', message: 'cannot be loaded: SyntaxError' })
  const { events } = await play(player)

  expect(events).toMatchObject([
    { t: 'subject', key: './mine.ts', version: 'unknown' },
    { t: 'note', text: 'cannot be loaded: SyntaxError' },
    { t: 'scenario', id: 'area/one' },
    { t: 'check', verdict: 'error', blame: 'subject', message: 'cannot be loaded: SyntaxError' },
    { t: 'scenario', id: 'area/two' },
    { t: 'check', verdict: 'error', blame: 'subject', message: 'cannot be loaded: SyntaxError' },
  ])
})

async function play(player: Player) {
  const events: ReportEvent[] = []
  const gated: GatedResult[] = []
  const row = { id: 'API-07', file: 'api.yaml', statement: 'A token is brought.' }
  await playSubject(
    {
      key: './mine.ts',
      player,
      selected: [selected('area/one', oneCall), selected('area/two', oneCall)],
      probes: [selected('smoke/gets-a-token', oneCall)],
      seed: 42,
      context: {
        requirements: new Map([
          ['API-07', { ...row, level: 'MUST', source: 'https://example.com', grade: 'docs' }],
        ]),
        again: (address) => address,
      },
      standingsOf: (results) => {
        gated.push(...results)
        return results.map(() => 'flaky')
      },
    },
    (added) => events.push(...added),
  )
  return { events, gated }
}
