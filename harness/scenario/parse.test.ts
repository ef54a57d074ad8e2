import { expect, test } from 'vitest'
import { HarnessError } from '../harness-error.ts'
import { parseScenario } from './parse.ts'

const EXAMPLE = `title: A claims challenge goes to the authority
why: Else the caller loops.
needs: [claims]
steps:
  - getToken: {}
    as: plain
  - getToken: { claims: { a: 1 } }
    expect:
      not-from-cache: { req: CACHE-12, token: { not: plain } }
  - advance: 55m
`

test('a scenario is split into what is played and what is expected', () => {
  expect(parseScenario('scenarios/claims/x.yaml', 'claims/x', EXAMPLE)).toEqual({
    id: 'claims/x',
    file: 'scenarios/claims/x.yaml',
    title: 'A claims challenge goes to the authority',
    why: 'Else the caller loops.',
    needs: ['claims'],
    situation: {
      given: {},
      steps: [
        { do: 'getToken', input: {}, as: 'plain' },
        { do: 'getToken', input: { claims: { a: 1 } }, as: undefined },
        { do: 'advance', input: 3300, as: undefined },
      ],
    },
    checks: [
      {
        name: 'not-from-cache',
        step: 2,
        requirement: 'CACHE-12',
        expect: { req: 'CACHE-12', token: { not: ['plain'] } },
      },
    ],
  })
})

const KINDS = 'getToken, parallel, callApi, advance, authority, abort, await, create, close'

/** Each is the text of `steps`, which begins in line 3, column 3. */
test.each([
  [
    'a misspelt option',
    '- getToken: { scope: api }',
    '3:17: "scope" is not one of scopes, claims, claimsFrom, tenantId, enableCae, timeout, aborted, pending, credential; did you mean "scopes"?',
  ],
  [
    'a value of the wrong type',
    '- getToken: { claims: 5 }',
    '3:25: "claims" is 5; a text or a mapping would be right',
  ],
  [
    'a misspelt step',
    '- getTokn: {}',
    `3:5: "getTokn" is not one of ${KINDS}; did you mean "getToken"?`,
  ],
  ['a step that does nothing', '- as: x', `3:5: this step does nothing; a step is one of ${KINDS}`],
  [
    'a step that does two things',
    '- advance: 5m\n    close: {}',
    '4:5: a step does one thing, and "advance" is there already; make "close" a step of its own',
  ],
  ['a step that is no mapping', '- 5', '3:5: item 1 of "steps" is 5; a mapping would be right'],
  [
    'a step of a later version',
    '- restart: {}',
    '3:5: the step "restart" is not played by this version; leave it out',
  ],
  [
    'an expectation of a later version',
    '- getToken: {}\n    expect: { x: { req: CACHE-01, record: {} } }',
    '4:35: the expectation "record" is not played by this version; leave it out',
  ],
  [
    'a bad duration',
    '- advance: 5x',
    '3:14: "advance" is "5x"; a duration is a whole number and a unit, such as 500ms, 30s, 55m, 24h, 7d',
  ],
  [
    'a number for a duration',
    '- advance: 55',
    '3:14: "advance" is 55; a duration such as 55m would be right',
  ],
  [
    'a number for an expected duration',
    '- getToken: {}\n    expect: { x: { req: CACHE-01, elapsed: 5 } }',
    '4:44: "elapsed" is 5; a duration such as 55m or a mapping would be right',
  ],
  [
    'one call in parallel',
    '- parallel: { times: 1, getToken: {} }',
    '3:24: "times" is 1; at least 2 would be right',
  ],
  [
    'a misspelt word',
    '- create: { assertion: [{ sign: expird }] }',
    '3:35: "expird" is not one of valid, expired, not-yet-valid, wrong-audience, wrong-issuer, wrong-key; did you mean "expired"?',
  ],
  [
    'a misspelt way to assert',
    '- create: { assertion: [{ thrws: x }] }',
    '3:29: "thrws" is not one of value, delay, returns, throws, sign, hang, reenter; did you mean "throws"?',
  ],
  [
    'a reply that does two things',
    '- authority: { reply: [{ reset: true, hang: true }] }',
    '3:41: a reply does one thing, and "reset" is there already',
  ],
  [
    'a misspelt operator',
    '- getToken: {}\n    expect: { x: { req: CACHE-01, error: { name: { $mtch: a } } } }',
    '4:52: "$mtch" is not one of $match, $contains, $oneOf, $absent, $present, $json, $gte, $lte, $not; did you mean "$match"?',
  ],
  [
    'a bad regular expression',
    '- getToken: {}\n    expect: { x: { req: CACHE-01, error: { name: { $match: "(" } } } }',
    '4:52: $match takes a regular expression, "text" or "/text/flags", not "("',
  ],
  [
    'a check that expects nothing',
    '- getToken: {}\n    expect: { x: { req: CACHE-01 } }',
    '4:15: a check expects something: one of token, error, wire, …',
  ],
  [
    'a check of nothing',
    '- getToken: {}\n    expect: { x: { wire: [] } }',
    '4:15: a check has either "req" or "precondition: true"',
  ],
  [
    'a check with a bad name',
    '- getToken: {}\n    expect: { X: { req: CACHE-01, wire: [] } }',
    '4:15: "X": a name is lower case words joined by "-"',
  ],
  ['no steps', '[]', '3:3: "steps" is a list; at least 1 item would be right'],
])('%s is refused with its place and what would be right', (_what, steps, message) => {
  expect(refusals(steps)).toEqual([`x.yaml:${message}`])
})

test.each([
  [
    'a name given twice',
    '- getToken: {}\n    as: a\n  - getToken: {}\n    as: a',
    '6:9: "a" is the name of step 1 already; another name would be right',
  ],
  [
    'a name of nothing',
    '- advance: 5m\n    as: a',
    '4:5: "advance" has no result to name; leave "as" out',
  ],
  [
    'a token that nobody named',
    '- getToken: {}\n    as: plain\n  - getToken: {}\n    expect: { x: { req: CACHE-01, token: { is: plian } } }',
    '6:48: no step is named "plian"; did you mean "plain"?',
  ],
  [
    'a token of the step itself',
    '- getToken: {}\n    as: a\n    expect: { x: { req: CACHE-01, token: { is: a } } }',
    '5:48: "a" is the result of step 1; an earlier step would be right',
  ],
  [
    'a credential taken for a token',
    '- create: {}\n    as: a\n  - callApi: { token: a }',
    '5:23: "a" is a credential; the name of a token would be right',
  ],
  [
    'a token taken for a challenge',
    '- getToken: {}\n    as: a\n  - getToken: { claimsFrom: a }',
    '5:29: "a" is a token; the name of a challenge would be right',
  ],
  [
    'a pending call without a name',
    '- getToken: { pending: true }',
    '3:17: a pending call needs a name; give the step "as"',
  ],
  [
    'a pending call that nothing waits for',
    '- getToken: { pending: true }\n    as: a',
    '3:17: nothing waits for "a"; a later step is to await or abort it',
  ],
  [
    'a pending call in parallel',
    '- parallel: { times: 2, getToken: { pending: true } }',
    '3:5: the calls of "parallel" are waited for; leave "pending" out',
  ],
  [
    'an await of a call that is over',
    '- getToken: {}\n    as: a\n  - await: a',
    '5:12: "a" is no pending call; a getToken with "pending: true" would be right',
  ],
  [
    'a second await',
    '- getToken: { pending: true }\n    as: a\n  - await: a\n  - abort: a',
    '6:12: "a" has ended at step 2; a call ends once',
  ],
  [
    'the token of a call that is still pending',
    '- getToken: { pending: true }\n    as: a\n  - callApi: { token: a }\n  - await: a',
    '5:23: "a" is still pending here; await it in an earlier step',
  ],
  [
    'an unknown tenant',
    '- getToken: {}\n    expect: { x: { req: CACHE-01, wire: [{ tenant: { $oneOf: [home, othr] } }] } }',
    '4:52: "othr" is no tenant of this scenario (home); list it under given.authority.tenants',
  ],
  [
    'an unknown resource',
    '- authority: { reply: [{ resource: grph, reset: true }] }',
    '3:25: "grph" is no resource of this scenario (api, graph); did you mean "graph"?',
  ],
  [
    'a check name given twice',
    '- getToken: {}\n    expect: { x: { req: CACHE-01, wire: [] } }\n  - getToken: {}\n    expect: { x: { req: CACHE-02, wire: [] } }',
    '6:15: "x" is a check of step 1 already; a check has a name of its own',
  ],
  [
    'an expectation of another step',
    '- getToken: {}\n    expect: { x: { req: CACHE-01, anyOf: [{ wire: [] }, { api: { status: 200 } }] } }',
    '4:59: a step "getToken" has no "api"; it belongs to callApi',
  ],
  [
    'the end of a pending call',
    '- getToken: { pending: true }\n    as: a\n    expect: { x: { req: CACHE-01, token: {} } }\n  - await: a',
    '5:35: a pending call has no "token" yet; expect it of the step that awaits or aborts the call',
  ],
  [
    'too few outcomes',
    '- parallel: { times: 3, getToken: {} }\n    expect: { x: { req: CACHE-01, outcomes: [{}, {}] } }',
    '4:35: 2 outcomes are listed for 3 calls; one for each call would be right',
  ],
])('%s is refused, since it can mean nothing', (_what, steps, message) => {
  expect(refusals(steps)).toEqual([`x.yaml:${message}`])
})

test('everything that is wrong is said at once, in the order of the file', () => {
  expect(refusals('- getToken: { scope: a }\n    as: A\n  - advance: 5').map(place)).toEqual([
    '3:17',
    '4:9',
    '5:14',
  ])
})

test('a missing title is said of the file', () => {
  expect(refusal('steps:\n  - close: {}\n')).toBe('x.yaml:1:1: "title" is missing')
})

test('a tenant that the scenario lists is known', () => {
  const text = `title: A tenant is known
given: { authority: { tenants: [other] } }
steps:
  - authority: { disable: other }
`
  expect(parseScenario('x.yaml', 'x', text).situation.steps).toHaveLength(1)
})

function refusals(steps: string): readonly string[] {
  return refusal(`title: Something is true\nsteps:\n  ${steps}\n`).split('\n')
}

function refusal(text: string): string {
  try {
    parseScenario('x.yaml', 'x', text)
  } catch (error) {
    if (error instanceof HarnessError && error.code === 'bad-scenario') return error.message
    throw error
  }
  throw new Error('the file was read')
}

function place(line: string): string {
  return line.split(':').slice(1, 3).join(':')
}
