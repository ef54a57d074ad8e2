import { expect, test } from 'vitest'
import { listJson, listText } from './list-text.ts'
import { parseScenario } from './scenario/parse.ts'

const scenario = parseScenario(
  'scenarios/claims/bypass-cache.yaml',
  'claims/bypass-cache',
  `title: A claims challenge goes to the authority
needs: [claims]
steps:
  - getToken: {}
    expect:
      token-is-given: { req: CACHE-12, token: { $present: true } }
      the-mock-answers: { precondition: true, wire: [{}] }
`,
)
const listed = scenario.checks.map((check) => ({ scenario, check }))
const requirements = new Map([
  [
    'CACHE-12',
    {
      id: 'CACHE-12',
      file: 'scenarios/requirements/caching.yaml',
      level: 'MUST',
      statement: 'Claims are not answered by the cache.',
      source: 'https://example.com',
      grade: 'docs',
    } as const,
  ],
])

test('each check is one line with its requirement', () => {
  expect(listText(listed, requirements)).toBe(
    [
      'claims/bypass-cache:token-is-given    MUST CACHE-12',
      'claims/bypass-cache:the-mock-answers  precondition',
      '',
    ].join('\n'),
  )
  expect(listText(listed, new Map())).toContain('token-is-given    CACHE-12\n')
})

test('the JSON list says the same', () => {
  expect(JSON.parse(listJson(listed, requirements))).toEqual({
    checks: [
      {
        address: 'claims/bypass-cache:token-is-given',
        requirement: 'CACHE-12',
        level: 'MUST',
        title: 'A claims challenge goes to the authority',
        file: 'scenarios/claims/bypass-cache.yaml',
        needs: ['claims'],
      },
      expect.objectContaining({ requirement: null, level: null }),
    ],
  })
})
