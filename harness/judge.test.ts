import { expect, test } from 'vitest'
import { judge } from './judge.ts'
import { messageOf } from './message-of.ts'
import type { Incident, Observation, Outcome, StepObservation } from './observation.ts'
import { exchange, observed, refusal, token } from './observation-for-tests.ts'
import { parseScenario } from './scenario/parse.ts'
import type { Verdict } from './verdict.ts'

/** Each expectation is compared with the third step; the first, "plain", got token 1, and the second, "failed", none. */
test.each<[string, Partial<StepObservation>]>([
  ['token: {}', { outcomes: [token(2)] }],
  ['token: { $present: true }', { outcomes: [token(2), token(2)] }],
  ['token: { $absent: true }', { outcomes: [refusal()] }],
  ['token: { is: plain }', { outcomes: [token(1)] }],
  ['token: { not: plain }', { outcomes: [token(2)] }],
  [
    'token: { tenant: home, resource: api, cae: false, claims: { ver: "2.0" } }',
    { outcomes: [token(2)] },
  ],
  ['token: { expiresIn: { $gte: 3590s, $lte: 1h }, tokenType: Bearer }', { outcomes: [token(2)] }],
  ['token: { expiresIn: 3599s }', { outcomes: [token(2, { expiresIn: 3599.0001 })] }],
  ['token: { sameExpiryAs: plain }', { outcomes: [token(2)] }],
  ['token: { refreshIn: { $absent: true } }', { outcomes: [token(2)] }],
  ['token: { refreshIn: 30m }', { outcomes: [token(2, { refreshIn: 1800 })] }],
  ['error: {}', { outcomes: [refusal()] }],
  ['error: { $absent: true }', { outcomes: [token(2)] }],
  [
    'error: { kind: aborted, cause: { $contains: gone } }',
    { outcomes: [refusal({ kind: 'aborted', cause: ['gone'] })] },
  ],
  ['wire: []', { exchanges: [exchange(1, { endpoint: 'openid-configuration' })] }],
  [
    'wire: [{ form: { grant_type: client_credentials }, answer: 200, tenant: home }]',
    { exchanges: [exchange(1)] },
  ],
  [
    'wire: [{ at: 0s }, { at: { $gte: 2s } }]',
    { startedAt: 60, exchanges: [exchange(1, { at: 60 }), exchange(2, { at: 62 })] },
  ],
  [
    'wire: { count: { $lte: 2 }, each: { method: POST }, some: { answer: reset } }',
    { exchanges: [exchange(1), exchange(2, { answer: reset() })] },
  ],
  [
    'discovery: [{}]',
    { exchanges: [exchange(1, { endpoint: 'instance-discovery' }), exchange(2)] },
  ],
  ['assertionCalls: 2', { assertionCalls: 2 }],
  ['elapsed: { $gte: 2m }', { startedAt: 10, endedAt: 130 }],
  ['log: { leaks: [], text: { $match: "b\\nc" } }', { log: [line('a b'), line('c')] }],
  ['anyOf: [{ wire: [] }, { wire: [{}] }]', { exchanges: [exchange(1)] }],
])('"%s" is met', (expectation, step) => {
  expect(verdict(expectation, step)).toEqual({ verdict: 'pass' })
})

test.each<[string, Partial<StepObservation>, string]>([
  [
    'token: {}',
    { outcomes: [refusal()] },
    'token: expected an AccessToken, received error AuthenticationError "refused"',
  ],
  [
    'token: {}',
    { outcomes: [token(1), refusal()] },
    'outcomes[1].token: expected an AccessToken, received error AuthenticationError "refused"',
  ],
  ['token: {}', {}, 'token: expected the end of a call, received no call ended in this step'],
  [
    'token: { $absent: true }',
    { outcomes: [token(2)] },
    'token: expected no token, received <token#2 home>',
  ],
  [
    'token: { is: plain }',
    { outcomes: [token(2)] },
    'token: expected <token#1 home>, as "plain" got, received <token#2 home>',
  ],
  [
    'token: { is: failed }',
    { outcomes: [token(2)] },
    'token: expected the token of "failed", which got error AuthenticationError "refused", received <token#2 home>',
  ],
  [
    'token: { not: plain }',
    { outcomes: [token(1)] },
    'token: expected another token than "plain" got, received <token#1 home> again',
  ],
  [
    'token: { not: failed }',
    { outcomes: [token(2)] },
    'token: expected another token than "failed" got, received <token#2 home>, and "failed" got error AuthenticationError "refused"',
  ],
  [
    'token: { tenant: home }',
    { outcomes: [token(2, { issued: null, label: '<text#1>' })] },
    'token: expected a token that the authority issued, received <text#1>',
  ],
  ['token: { cae: true }', { outcomes: [token(2)] }, 'token.cae: expected true, received false'],
  [
    'token: { expiresIn: { $gte: 1h } }',
    { outcomes: [token(2)] },
    'token.expiresIn: expected at least 1h, received 3599s',
  ],
  [
    'token: { expiresIn: 1h }',
    { outcomes: [token(2, { expiresIn: -60 })] },
    'token.expiresIn: expected 1h, received -1m',
  ],
  [
    'token: { sameExpiryAs: plain }',
    { outcomes: [token(2, { expiresAt: 7200 })] },
    'token.expiresAt: expected that of "plain": 3599s, received 2h',
  ],
  [
    'token: { refreshIn: 30m }',
    { outcomes: [token(2)] },
    'token.refreshIn: expected 30m, received none',
  ],
  [
    'error: { kind: aborted }',
    { outcomes: [token(2)] },
    'error: expected an error, received <token#2 home>',
  ],
  [
    'error: { kind: aborted }',
    { outcomes: [refusal()] },
    'error.kind: expected "aborted", received "authentication-failed"',
  ],
  [
    'error: { leaks: [] }',
    { outcomes: [refusal({ leaks: ['<assertion#1>'] })] },
    'error.leaks: expected [], received ["<assertion#1>"]',
  ],
  [
    'error: { $absent: true }',
    { outcomes: [refusal()] },
    'error: expected no error, received error AuthenticationError "refused"',
  ],
  [
    'wire: [{}]',
    { exchanges: Array.from({ length: 20 }, (_, n) => exchange(n)) },
    'wire: expected 1 request, received 20 requests',
  ],
  ['wire: { count: 1 }', {}, 'wire: expected 1 request, received 0 requests'],
  [
    'wire: { count: { $lte: 1 } }',
    { exchanges: [exchange(1), exchange(2)] },
    'wire: expected at most 1 request, received 2 requests',
  ],
  [
    'wire: { each: { answer: 200 } }',
    { exchanges: [exchange(1), exchange(2, { answer: reset() })] },
    'wire[1].answer: expected 200, received "reset"',
  ],
  [
    'wire: { some: { answer: 500 } }',
    {},
    'wire: expected a request like {"answer":500}, received 0 requests',
  ],
  [
    'wire: { some: { answer: 500 } }',
    { exchanges: [exchange(1)] },
    'wire[0].answer: expected 500, received 200',
  ],
  [
    'wire: [{ form: { claims: { $json: { a: 1 } } } }]',
    { exchanges: [exchange(1)] },
    'wire[0].form.claims: expected a JSON text, received nothing',
  ],
  [
    'wire: [{ at: { $gte: 2s } }]',
    { startedAt: 60, exchanges: [exchange(1, { at: 61 })] },
    'wire[0].at: expected at least 2s, received 1s',
  ],
  [
    'discovery: []',
    { exchanges: [exchange(1, { endpoint: 'openid-configuration' })] },
    'discovery: expected 0 requests, received 1 request',
  ],
  ['assertionCalls: 1', { assertionCalls: 2 }, 'assertionCalls: expected 1, received 2'],
  [
    'elapsed: { $gte: 2m }',
    { startedAt: 10, endedAt: 20 },
    'elapsed: expected at least 2m, received 10s',
  ],
  [
    'log: { leaks: [] }',
    { logLeaks: ['<token#1 home>'] },
    'log.leaks: expected [], received ["<token#1 home>"]',
  ],
  [
    'anyOf: [{ wire: [], assertionCalls: 1 }, { wire: [{}, {}] }]',
    { exchanges: [exchange(1)] },
    'nearest of 2 alternatives, wire: expected 2 requests, received 1 request',
  ],
  [
    'wire: []',
    { outcomes: [{ outcome: 'garbage', received: 'null' }] },
    'outcome: expected an AccessToken, received null',
  ],
  [
    'wire: []',
    { outcomes: [token(1), { outcome: 'garbage', received: '42' }] },
    'outcomes[1]: expected an AccessToken, received 42',
  ],
])('"%s" is not met, and the message says why', (expectation, step, message) => {
  const found = verdict(expectation, step)
  expect(found).toMatchObject({ verdict: 'fail', blame: 'subject' })
  expect(messageOf(found)).toBe(message)
})

test.each<[string, readonly Outcome[], string]>([
  [
    'outcomes: [{ token: { is: plain } }, { error: { kind: aborted } }]',
    [token(1), refusal({ kind: 'aborted' })],
    '',
  ],
  [
    'outcomes: [{ token: {} }, { token: {} }]',
    [token(1), refusal()],
    'outcomes[1].token: expected an AccessToken, received error AuthenticationError "refused"',
  ],
  ['outcomes: [{}, {}]', [token(1)], 'outcomes: expected 2 outcomes, received 1 outcome'],
  ['distinctTokens: 1', [token(2), token(2)], ''],
  ['distinctTokens: 1', [token(2), token(3)], 'distinctTokens: expected 1, received 2'],
])('of calls in parallel, "%s" is judged', (expectation, outcomes, message) => {
  const step = 'parallel: { times: 2, getToken: {} }'
  expect(messageOf(verdict(expectation, { outcomes }, step))).toBe(message)
})

test.each([
  ['api: { status: 401, challenge: { claims: { $json: { a: 1 } } } }', ''],
  ['api: { status: 200 }', 'api.status: expected 200, received 401'],
])('of a call of the resource, "%s" is judged', (expectation, message) => {
  const api = { status: 401, challenge: { error: 'insufficient_claims', claims: '{"a":1}' } }
  expect(messageOf(verdict(expectation, { api }, 'callApi: { token: plain }'))).toBe(message)
})

test('the token of a pending call is the one it got when it was awaited', () => {
  const scenario = parse(`  - getToken: { pending: true }
    as: slow
  - await: slow
  - getToken: {}
    expect: { x: { req: CACHE-01, token: { is: slow } } }
`)
  const observation = observed([{}, { outcomes: [token(7)] }, { outcomes: [token(7)] }])
  expect(judge(scenario, observation).get('x')).toEqual({ verdict: 'pass' })
})

test("a precondition that does not hold is the harness's trouble", () => {
  const scenario = parse(
    '  - getToken: {}\n    expect: { x: { precondition: true, wire: [{}] } }\n',
  )
  expect(judge(scenario, observed([{}])).get('x')).toEqual({
    verdict: 'error',
    blame: 'harness',
    message: 'the precondition does not hold: wire: expected 1 request, received 0 requests',
  })
})

const STORY = parse(`  - getToken: {}
    expect: { first: { req: CACHE-01, wire: [] } }
  - advance: 5m
  - getToken: { scopes: graph }
    expect: { third: { req: CACHE-02, wire: [] }, also: { req: CACHE-02, wire: [] } }
  - getToken: {}
    expect: { last: { req: CACHE-03, wire: [] } }
  - close: {}
`)

const NEVER: Omit<Incident, 'step'> = {
  blame: 'subject',
  message: 'getToken never settled',
  verdict: 'fail',
}

test.each<[string, Incident, string]>([
  ['a step with checks', { ...NEVER, step: 3 }, 'pass fail fail not-run'],
  ['a step without checks', { ...NEVER, step: 2 }, 'pass fail fail not-run'],
  ['the first step', { ...NEVER, step: 1 }, 'fail not-run not-run not-run'],
  ['a step after all checks', { ...NEVER, step: 5 }, 'pass pass pass fail'],
  [
    'what could not be measured',
    { ...NEVER, step: 3, verdict: 'error' },
    'pass error error not-run',
  ],
])('an incident in %s decides its checks and those after it', (_what, incident, words) => {
  const all = observed([{}, {}, {}, {}, {}].slice(0, incident.step), { incident })
  expect([...judge(STORY, all).values()].map((one) => one.verdict).join(' ')).toBe(words)
})

test('a call that never settles is told as such', () => {
  const verdicts = judge(STORY, observed([{}], { incident: { ...NEVER, step: 3 } }))
  const difference = {
    where: 'getToken graph',
    expected: 'to settle',
    received: 'getToken never settled',
  }
  expect(verdicts.get('third')).toEqual({
    verdict: 'fail',
    blame: 'subject',
    incident: true,
    differences: [difference],
  })
  expect(verdicts.get('last')).toEqual({
    verdict: 'not-run',
    reason: 'step 3: getToken never settled',
  })
})

test('a driver that is gone is blamed, and nobody else', () => {
  const incident: Incident = { step: 1, blame: 'driver', message: 'it is gone', verdict: 'error' }
  const expected = { verdict: 'error', blame: 'driver', message: 'it is gone' }
  expect(judge(STORY, observed([], { incident })).get('first')).toEqual(expected)
})

test('a check of a step that was never reached is not run', () => {
  const expected = { verdict: 'not-run', reason: 'step 4 was not reached' }
  expect(judge(STORY, observed([{}, {}, {}])).get('last')).toEqual(expected)
})

test('whatever is observed, every check has a verdict and nothing is thrown', () => {
  const scenario = parse(EVERYTHING)
  const hostile = hostileObservations()
  expect(hostile.length).toBeGreaterThan(300)
  for (const observation of hostile) {
    expect([...judge(scenario, observation).keys()]).toEqual(
      scenario.checks.map(({ name }) => name),
    )
  }
})

const EVERYTHING = `  - getToken: {}
    as: plain
    expect:
      a: { req: CACHE-01, token: { tenant: home, claims: { a: { $contains: b } }, expiresIn: 5m, refreshIn: 5m, tokenType: Bearer } }
      b: { req: CACHE-01, error: { message: { $match: a }, cause: { $contains: a }, leaks: [] } }
      c: { req: CACHE-01, wire: [{ form: { a: { $json: {} } }, at: 5s }] }
      d: { req: CACHE-01, elapsed: 5m, assertionCalls: 1, log: { leaks: [], text: { $match: a } } }
      e: { req: CACHE-01, discovery: { each: { host: a } } }
  - getToken: {}
    expect:
      f: { req: CACHE-01, token: { is: plain, sameExpiryAs: plain } }
      g: { req: CACHE-01, anyOf: [{ token: { not: plain } }, { wire: { some: { headers: {} } } }] }
      h: { precondition: true, token: {} }
`

/** Every member of a good observation, replaced by every value that no honest program sends. */
function hostileObservations(): readonly Observation[] {
  const good = observed([
    { outcomes: [token(1), refusal()], exchanges: [exchange(1)], log: [line('a')] },
    { outcomes: [token(1)], exchanges: [exchange(2)] },
  ])
  const cycle: unknown[] = []
  cycle.push(cycle)
  const values = [undefined, null, 1n, Number.NaN, 'x', [], {}, cycle, [null], Object.create(null)]
  return paths(good).flatMap((path) =>
    values.map((value) => replaced(good, path, value) as Observation),
  )
}

function paths(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => [
    [key],
    ...paths(inner).map((path) => [key, ...path]),
  ])
}

function replaced(
  target: unknown,
  [key = '', ...rest]: readonly string[],
  value: unknown,
): unknown {
  const inside = target as Readonly<Record<string, unknown>>
  const copy: Record<string, unknown> = Object.assign(Array.isArray(target) ? [] : {}, inside)
  copy[key] = rest.length === 0 ? value : replaced(copy[key], rest, value)
  return copy
}

function verdict(
  expectation: string,
  step: Partial<StepObservation>,
  doing = 'getToken: {}',
): Verdict {
  const scenario = parse(`  - getToken: {}
    as: plain
  - getToken: {}
    as: failed
  - ${doing}
    expect: { x: { req: CACHE-01, ${expectation} } }
`)
  const observation = observed([{ outcomes: [token(1)] }, { outcomes: [refusal()] }, step])
  const found = judge(scenario, observation).get('x')
  if (!found) throw new Error('there is no verdict')
  return found
}

function parse(steps: string) {
  return parseScenario('x.yaml', 'x', `title: Something is true\nsteps:\n${steps}`)
}

function line(text: string) {
  return { level: 'info', text }
}

function reset() {
  return { kind: 'reset', endedAt: exchange(1).startedAt } as const
}
