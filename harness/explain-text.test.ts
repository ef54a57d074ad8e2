import { expect, test } from 'vitest'
import { explainText } from './explain-text.ts'
import { selected } from './player-for-tests.ts'
import type { Requirement } from './requirements.ts'

const { scenario } = selected(
  'claims/bypass',
  `  - getToken: {}
    as: plain
  - getToken: { claims: "{}" }
    expect:
      another-token: { req: CACHE-12, token: { not: plain } }
      unknown-row: { req: CACHE-99, token: { $present: true } }
      the-mock-answers: { precondition: true, wire: [{}] }
`,
  'why: The caller loops on 401.\nneeds: [claims]\n',
)
const row: Requirement = {
  id: 'CACHE-12',
  file: 'scenarios/requirements/caching.yaml',
  level: 'MUST',
  statement: 'Claims are not answered by the cache.',
  source: 'https://example.com',
  grade: 'observed',
  date: '2026-11-23',
}
const suite = {
  scenarios: [scenario],
  requirements: new Map([
    ['CACHE-12', row],
    ['CACHE-13', { ...row, id: 'CACHE-13', excluded: 'nobody can see it' }],
    ['CACHE-14', { ...row, id: 'CACHE-14' }],
  ]),
}

test('a scenario is told step by step, with what each check enforces', () => {
  expect(explainText('claims/bypass', suite)).toBe(
    [
      'claims/bypass  scenarios/claims/bypass.yaml',
      'A claim of a test',
      'The caller loops on 401.',
      'needs: claims',
      '',
      '   1  getToken',
      '   2  getToken with claims',
      '      - another-token  MUST CACHE-12',
      '        "Claims are not answered by the cache."',
      '        source https://example.com · grade observed, 2026-11-23',
      '      - unknown-row  CACHE-99, which no registry file has',
      '      - the-mock-answers  precondition: it tests the mock',
      '',
    ].join('\n'),
  )
})

test.each(['claims/bypass:another-token', 'scenarios/claims/bypass.yaml:another-token'])(
  '%s tells of one check only',
  (address) => {
    const text = explainText(address, suite)

    expect(text).toContain('another-token')
    expect(text).not.toContain('the-mock-answers')
  },
)

test('a requirement is told with its checks, in any case', () => {
  expect(explainText('cache-12', suite)).toBe(
    [
      'CACHE-12  MUST',
      'Claims are not answered by the cache.',
      'source https://example.com · grade observed, 2026-11-23',
      '',
      'checks',
      '  claims/bypass:another-token',
      '',
    ].join('\n'),
  )
  expect(explainText('CACHE-13', suite)).toContain('\n\nexcluded: nobody can see it\n')
  expect(explainText('CACHE-14', suite)).toContain('\n\nno check enforces it\n')
})

test.each([
  ['claims/bypas', '; did you mean "claims/bypass"?'],
  ['claims/bypass:another-tokn', '; did you mean "claims/bypass:another-token"?'],
  ['CACHE-1', '; did you mean "CACHE-12"?'],
  ['something-else-entirely', '; touchstone list names all of them'],
])('%s is unknown%s', (address, hint) => {
  expect(() => explainText(address, suite)).toThrow(
    expect.objectContaining({
      code: 'bad-usage',
      message: `"${address}" is no scenario, no check and no requirement${hint}`,
    }),
  )
})
