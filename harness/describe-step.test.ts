import { expect, test } from 'vitest'
import { describeStep } from './describe-step.ts'
import { parseScenario } from './scenario/parse.ts'

test.each([
  ['getToken: {}', 'getToken'],
  ['getToken: { scopes: api, claims: { a: 1 } }', 'getToken api, with claims'],
  [
    'getToken: { scopes: [api, graph], tenantId: "", enableCae: true, timeout: 30s, aborted: true }',
    'getToken api graph, tenant "", with CAE, timeout 30s, aborted before',
  ],
  ['parallel: { times: 20, getToken: {} }', 'parallel 20 × getToken'],
  [
    'parallel: { each: [{ scopes: api }, { scopes: graph }, { scopes: api }] }',
    'parallel 2 × getToken api and 1 × getToken graph',
  ],
  ['advance: 55m', 'advance 55m'],
  ['authority: { revoke: true }', 'authority: revoke'],
  ['authority: { disable: home }', 'authority: disable home'],
  ['authority: { rotateKeys: true }', 'authority: rotate keys'],
  ['authority: { reply: [{ reset: true, times: 4 }] }', 'authority: 4 replies'],
  [
    'create: { tenantId: "", additionallyAllowedTenants: [] }',
    'create tenantId "", additionallyAllowedTenants',
  ],
  ['close: {}', 'close'],
])('%s reads as "%s"', (step, expected) => {
  const text = `title: Something is true\nsteps:\n  - ${step}\n`
  expect(parseScenario('x.yaml', 'x', text).situation.steps.map(describeStep)).toEqual([expected])
})

test('a step that names another says so', () => {
  const text = `title: Something is true
steps:
  - getToken: { pending: true }
    as: slow
  - await: slow
  - callApi: { token: slow, resource: graph }
    as: challenged
  - getToken: { claimsFrom: challenged }
`
  expect(parseScenario('x.yaml', 'x', text).situation.steps.map(describeStep)).toEqual([
    'getToken not awaited',
    'await slow',
    'callApi graph, with the token of slow',
    'getToken with the claims of challenged',
  ])
})
