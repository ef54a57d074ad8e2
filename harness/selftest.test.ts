import { expect, test } from 'vitest'
import { observed, refusal, token } from './observation-for-tests.ts'
import { brokenPlayer, oneCall, playerFor, selected } from './player-for-tests.ts'
import { tryReference } from './selftest.ts'

const trial = { selected: [selected('area/one', oneCall)], seed: 42 }
const works = () => observed([{ outcomes: [token(1)] }])
const fails = () => observed([{ outcomes: [refusal()] }])

test('the reference has to pass every check', async () => {
  expect(await tryReference(playerFor(works), trial)).toEqual({ passed: 1, problems: [] })
  expect(await tryReference(playerFor(fails), trial)).toEqual({
    passed: 0,
    problems: [
      'area/one:brings-a-token  fail: token: expected an AccessToken, received error AuthenticationError "refused"',
    ],
  })
})

test('a capability that the reference lacks is a problem too', async () => {
  const needy = { ...trial, selected: [selected('area/one', oneCall, 'needs: [pipeline]\n')] }

  expect((await tryReference(playerFor(works), needy)).problems).toHaveLength(1)
})

test('what cannot be started is a problem', async () => {
  const player = brokenPlayer({ blame: 'subject', message: 'cannot be loaded' })

  expect(await tryReference(player, trial)).toEqual({ passed: 0, problems: ['cannot be loaded'] })
})
