import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Observation } from '../observation.ts'
import type { Situation } from '../scenario/scenario.ts'
import { createPlayer } from './supervisor.ts'

const here = fileURLToPath(new URL('./subjects-for-tests/', import.meta.url))

const plain: Situation = { given: {}, steps: [{ do: 'getToken', input: {}, as: undefined }] }
const withClaims: Situation = {
  given: {},
  steps: [...plain.steps, { do: 'getToken', input: { claims: '{}' }, as: undefined }],
}

/** Plays the situations in turn on a subject of the folder for tests. */
async function playAll(
  subject: string,
  ...situations: readonly Situation[]
): Promise<readonly Observation[]> {
  const player = createPlayer(`./${subject}.ts`, here, { silenceMs: 1000 })
  try {
    return await Promise.all(
      situations.map((situation, index) => player.play(`test/${index}`, situation, 1)),
    )
  } finally {
    await player.stop()
  }
}

test.each([
  ['exits', 'ended the process (exit code 0)'],
  ['spins', 'kept the process busy and answered nothing'],
  ['polls', 'did not come to an end in 2 s of real time'],
  ['exits-a-little-later', 'ended the process (exit code 0)'],
  ['replaces-date', 'Date was replaced'],
  ['rejects-unhandled', 'an unhandled rejection: Error: lost in the background'],
])('a subject that %s costs one scenario, and the others are played', async (subject, message) => {
  const [before, lost, after] = await playAll(subject, plain, withClaims, plain)
  expect(lost?.incident).toEqual({ step: 2, blame: 'subject', verdict: 'fail', message })
  expect(lost?.steps[0]?.outcomes[0]?.outcome).toBe('token')
  expect(before?.incident).toBeNull()
  expect(after?.incident).toBeNull()
})

test('where no credential could be created, nothing that refuses passes', async () => {
  const [observation] = await playAll('no-credential', plain)
  expect(observation?.steps).toEqual([])
  expect(observation?.incident).toEqual({
    step: 1,
    blame: 'subject',
    verdict: 'fail',
    message: 'the credential could not be created: object without getToken',
  })
})

test('a secret that is written past the streams is a leak, and is told as a label', async () => {
  const [observation] = await playAll('writes-past-the-streams', plain)
  expect(observation?.steps[0]?.logLeaks).toEqual(['<assertion#1>'])
  expect(observation?.output.map(({ text }) => text)).toEqual(Array(5).fill('<assertion#1>'))
})

test('a timer that a scenario leaves behind fails no other', async () => {
  const later: Situation = {
    given: {},
    steps: [...plain.steps, { do: 'advance', input: 3600, as: undefined }],
  }
  const [, second] = await playAll('leaves-a-timer', plain, later)
  expect(second?.incident).toBeNull()
  const [alone] = await playAll('leaves-a-timer', later)
  expect(alone?.incident?.message).toBe('an uncaught error: Error: from the first scenario')
})

test('a secret of long ago is not told, and a token that is one of our words changes none', async () => {
  const observations = await playAll('remembers-secrets', ...Array<Situation>(8).fill(plain))
  expect(observations.map(({ steps }) => steps[0]?.outcomes[0]?.outcome)).toEqual(
    Array(8).fill('token'),
  )
  expect(observations.map(({ output }) => output[0]?.text)).toEqual([
    ...Array(4).fill('once there was <assertion#1>'),
    ...Array(4).fill('once there was <token>'),
  ])
})

test('a call that never settles is found without waiting for real', async () => {
  const [observation] = await playAll('never-settles', plain)
  expect(observation?.incident).toEqual({
    step: 1,
    blame: 'subject',
    verdict: 'fail',
    message: 'getToken never settled',
  })
})

test('a token that is none is garbage, and says what it was', async () => {
  const [observation] = await playAll('returns-garbage', plain)
  expect(observation?.steps[0]?.outcomes).toEqual([
    { outcome: 'garbage', received: '{ token: 42 }' },
  ])
})

test.each([
  ['throws-at-import', /^cannot be loaded: Error: no configuration found$/],
  [
    'no-default',
    /^has no default export; it needs a subject object, or a function that makes a credential$/,
  ],
])('a module that %s is unusable', async (subject, message) => {
  const player = createPlayer(`./${subject}.ts`, here)
  const started = await player.started
  const observation = await player.play('test/one', plain, 1)
  await player.stop()
  expect(started).toEqual({
    unusable: { blame: 'subject', message: expect.stringMatching(message) },
  })
  expect(observation.incident).toMatchObject({ verdict: 'error', blame: 'subject' })
})

test('a secret that is sent to a stranger is a failure', async () => {
  const [observation] = await playAll('tells-strangers', plain)
  expect(observation?.incident).toMatchObject({
    verdict: 'fail',
    message: '<assertion#1> was sent to https://telemetry.example',
  })
})

test('where no process can be started, the environment is to blame', async () => {
  const { execPath } = process
  process.execPath = '/no/such/node'
  const player = createPlayer('./exits.ts', here)
  process.execPath = execPath
  expect(await player.started).toMatchObject({ unusable: { blame: 'environment' } })
  await player.stop()
})

test('a subject that asks somebody else is refused, and what it tried is told', async () => {
  const [observation] = await playAll('leaves', plain)
  expect(observation?.unserved).toEqual(['GET https://tokens.example/', 'tcp 192.0.2.1:4444'])
})

test.each([
  ['./not-there.ts', /there is no such file/],
  ['npm:left-pad', /there is a driver for npm:@azure\/identity only/],
  ['builtin:referense', /did you mean "builtin:reference"/],
  ['cmd:python3 driver.py', /programs of other languages cannot be driven yet/],
])('%s is refused with what would be right', (connection, message) => {
  expect(() => createPlayer(connection, here)).toThrow(message)
})
