import { expect, test } from 'vitest'
import { observed, refusal, token } from './observation-for-tests.ts'
import { facts, oneCall, playerFor, selected } from './player-for-tests.ts'
import { probe, probeText } from './smoke.ts'

const probes = [selected('smoke/gets-a-token', oneCall, 'why: Look at the config.\n')]

test('a subject that works passes every probe', async () => {
  const player = playerFor(() => observed([{ outcomes: [token(1)] }]))

  expect(await probe({ player, facts, selected: probes, seed: 42 })).toEqual([
    { name: 'brings a token', verdict: 'pass', message: '', fix: 'Look at the config.' },
    expect.objectContaining({ name: 'nothing else is reached', verdict: 'pass', message: '' }),
  ])
})

test('a probe that fails says what was found and how to mend it', async () => {
  const player = playerFor(() =>
    observed([{ outcomes: [refusal()] }], { unserved: ['tcp 10.0.0.1:443', 'tcp 10.0.0.2:443'] }),
  )
  const found = await probe({ player, facts, selected: probes, seed: 42 })

  expect(found.map(({ verdict }) => verdict)).toEqual(['fail', 'fail'])
  expect(found.map(probeText)).toEqual([
    'smoke: "brings a token" fails: token: expected an AccessToken, received error AuthenticationError "refused". Look at the config.',
    'smoke: "nothing else is reached" fails: refused: tcp 10.0.0.1:443',
  ])
})

test('the fix of the network probe is told where nothing else is broken', async () => {
  const player = playerFor(() => observed([{ outcomes: [token(1)] }], { unserved: ['dns x'] }))
  const found = await probe({ player, facts, selected: probes, seed: 42 })

  expect(found.map(({ fix }) => fix)).toEqual([
    'Look at the config.',
    expect.stringMatching(/^The subject may speak to the hosts of Entra/),
  ])
})
