import { expect, test } from 'vitest'
import { lintSuite } from './lint.ts'
import { readRequirements } from './requirements.ts'
import { parseScenario } from './scenario/parse.ts'

const REGISTRY =
  'CACHE-01: { level: MUST, statement: A token is kept., source: x@1, grade: spec }\n'

const GOOD = `title: A token is kept, and nothing is asked twice
steps:
  - getToken: {}
    as: first
  - getToken: {}
    expect: { kept: { req: CACHE-01, anyOf: [{ token: { is: first } }, { wire: [] }] } }
`

test('a good suite has no findings', () => {
  expect(findings(GOOD)).toEqual([])
})

test.each([
  [
    'an unknown requirement',
    GOOD.replace('CACHE-01', 'CACHE-11'),
    's.yaml:6:28: "CACHE-11" is in no registry file; did you mean "CACHE-01"?',
  ],
  [
    'a name that nobody uses',
    GOOD.replace('{ is: first }', '{}'),
    's.yaml:4:5: no step and no check uses "first"; leave "as" out',
  ],
  [
    'a title with two claims',
    title('This and that and more is true'),
    's.yaml:1:8: a title says "and" once at most; else it is two scenarios',
  ],
  [
    'a title of two sentences',
    title('This is so. That is not'),
    's.yaml:1:8: a title is one sentence, without a full stop',
  ],
  [
    'a title with a full stop',
    title('This is so, surely.'),
    's.yaml:1:8: a title is one sentence, without a full stop',
  ],
  [
    'a title with an id',
    title('This is CACHE-01 in action'),
    's.yaml:1:8: a title names no id; the path and "req" do',
  ],
  [
    'a title that is no sentence',
    title('cached tokens test'),
    's.yaml:1:8: a title begins like a sentence',
  ],
])('%s is found', (_what, text, finding) => {
  expect(findings(text).slice(0, 1)).toEqual([finding])
})

test('a scenario that checks nothing is found', () => {
  const text = 'title: Nothing is checked here\nsteps:\n  - getToken: {}\n'
  expect(findings(text, '')).toEqual(['s.yaml:2:1: no step has a check; give one "expect"'])
})

const EXCLUDED = 'excluded: Nobody can see it.'

test.each([
  [
    'a requirement that nothing enforces',
    `${REGISTRY}CACHE-02: { level: MUST, statement: It is always so., source: x@1, grade: spec }\n`,
    [
      'r.yaml:2:1: no check enforces "CACHE-02"; write one, or say under "excluded" why there is none',
    ],
  ],
  [
    'an excluded requirement',
    `${REGISTRY}CACHE-02: { level: MUST, statement: It is always so., source: x@1, grade: spec, ${EXCLUDED} }\n`,
    [],
  ],
  [
    'an excluded requirement that a check enforces',
    REGISTRY.replace(' }', `, ${EXCLUDED} }`),
    ['r.yaml:1:81: "CACHE-01" is excluded, and a check enforces it; leave "excluded" out'],
  ],
])('%s is judged by the checks there are', (_what, registry, expected) => {
  expect(findings(GOOD, registry)).toEqual(expected)
})

test('a schema that is not current is found', () => {
  expect(findings(GOOD, REGISTRY, 'old')).toEqual([
    'schema.json:1:1: is not that of the program; "npm run schema" writes it',
  ])
})

function findings(text: string, registry = REGISTRY, schema = 'new'): readonly string[] {
  const rows = registry === '' ? [] : readRequirements('r.yaml', registry)
  return lintSuite({
    scenarios: [parseScenario('s.yaml', 'caching/kept', text)],
    requirements: new Map(rows.map((row) => [row.id, row])),
    texts: new Map([
      ['s.yaml', text],
      ['r.yaml', registry],
    ]),
    schema: { file: 'schema.json', text: schema, current: 'new' },
  }).map(({ place, message }) => `${place}: ${message}`)
}

function title(text: string): string {
  return GOOD.replace('A token is kept, and nothing is asked twice', text)
}
