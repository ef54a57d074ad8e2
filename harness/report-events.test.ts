import { expect, test } from 'vitest'
import { exchange, observed, refusal, token } from './observation-for-tests.ts'
import { facts, selected } from './player-for-tests.ts'
import { scenarioEvents, subjectEvent, unusableEvents, unusableFacts } from './report-events.ts'
import type { PlayedScenario } from './played-scenario.ts'
import type { Requirement } from './requirements.ts'

const { scenario, checks } = selected(
  'claims/bypass',
  `  - getToken: {}
    as: plain
  - getToken: { claims: "{}" }
    expect:
      another-token: { req: CACHE-12, token: { not: plain } }
      the-mock-answers: { precondition: true, wire: [{}] }
`,
  'needs: [claims]\n',
)
const requirement: Requirement = {
  id: 'CACHE-12',
  file: 'scenarios/requirements/caching.yaml',
  level: 'MUST',
  statement: 'Claims are not answered by the cache.',
  source: 'https://example.com',
  grade: 'docs',
}
const context = {
  requirements: new Map([['CACHE-12', requirement]]),
  again: (address: string) => `again ${address}`,
}
const difference = { where: 'token', expected: 'another token', received: '<token#1 home>' }

test('a scenario becomes its line, its wire, its checks and what was written', () => {
  const observation = observed(
    [
      { outcomes: [token(1)], exchanges: [exchange(1)] },
      { startedAt: 60, outcomes: [refusal()], exchanges: [exchange(2, { at: 60 })] },
    ],
    {
      virtualSeconds: 60,
      beganMs: 0,
      durationMs: 5,
      unserved: ['tcp 10.0.0.1:443'],
      output: [{ from: 'stderr', text: 'a warning' }],
    },
  )
  const events = scenarioEvents(played({ observation }), context)

  expect(events.map(({ t }) => t)).toEqual([
    'scenario',
    'exchange',
    'exchange',
    'check',
    'check',
    'note',
    'note',
  ])
  expect(events[0]).toEqual({
    t: 'scenario',
    id: 'claims/bypass',
    subject: './mine.ts',
    title: 'A claim of a test',
    file: 'scenarios/claims/bypass.yaml',
    needs: ['claims'],
    virtualSeconds: 60,
    beganMs: 0,
    durationMs: 5,
    steps: [
      { n: 1, at: 0, doing: 'getToken', outcomes: ['<token#1 home>'] },
      { n: 2, at: 60, doing: 'getToken with claims', outcomes: ['AuthenticationError: refused'] },
    ],
  })
  expect(events[2]).toMatchObject({
    n: 2,
    step: 2,
    at: 60,
    url: 'https://login.microsoftonline.com/home/oauth2/v2.0/token',
    answer: 200,
  })
  expect(events.slice(-2)).toMatchObject([
    { from: 'authority', text: 'tcp 10.0.0.1:443', scenario: 'claims/bypass' },
    { from: 'stderr', text: 'a warning', scenario: 'claims/bypass' },
  ])
})

test('a check that failed has its requirement, its differences and its exchanges', () => {
  const observation = observed([{}, { exchanges: [exchange(3)] }])
  const [first, second] = scenarioEvents(played({ observation }), context).filter(
    ({ t }) => t === 'check',
  )

  expect(first).toEqual({
    t: 'check',
    address: 'claims/bypass:another-token',
    subject: './mine.ts',
    requirement: 'CACHE-12',
    statement: 'Claims are not answered by the cache.',
    source: 'https://example.com',
    grade: 'docs',
    level: 'MUST',
    step: 2,
    doing: 'getToken with claims',
    verdict: 'fail',
    standing: 'new-failure',
    message: 'token: expected another token, received <token#1 home>',
    differences: [difference],
    blame: 'subject',
    exchanges: [3],
    again: 'again claims/bypass:another-token',
  })
  expect(second).toMatchObject({ requirement: null, level: null, verdict: 'pass' })
  expect(second).not.toHaveProperty('message')
})

test('a scenario that was not played has its checks and the reason', () => {
  const judged = checks.map((check) => ({
    check,
    verdict: { verdict: 'n/a', reason: 'needs claims' } as const,
    standing: 'ok' as const,
  }))
  const events = scenarioEvents(played({ judged }), context)

  expect(events).toMatchObject([
    { t: 'scenario', virtualSeconds: 0, durationMs: 0 },
    { t: 'check', verdict: 'n/a', message: 'needs claims', exchanges: [] },
    { t: 'check', verdict: 'n/a', message: 'needs claims', exchanges: [] },
  ])
  expect(events[0]).not.toHaveProperty('steps')
  expect(events[1]).not.toHaveProperty('blame')
})

test('a subject is introduced, also one that could not be started', () => {
  expect(subjectEvent(facts)).toEqual({ t: 'subject', ...facts })
  const unusable = { blame: 'subject', message: 'cannot be loaded' } as const
  expect(unusableEvents(unusableFacts('./x.ts'), unusable)).toMatchObject([
    { t: 'subject', key: './x.ts', name: './x.ts', version: 'unknown', clock: 'none' },
    { t: 'note', subject: './x.ts', scenario: null, from: 'harness', text: 'cannot be loaded' },
  ])
})

function played(members: Partial<PlayedScenario>): PlayedScenario {
  const judged = checks.map((check, index) => ({
    check,
    verdict:
      index === 0
        ? ({ verdict: 'fail', blame: 'subject', differences: [difference] } as const)
        : ({ verdict: 'pass' } as const),
    standing: index === 0 ? ('new-failure' as const) : ('ok' as const),
  }))
  return { scenario, subject: './mine.ts', observation: null, judged, ...members }
}
