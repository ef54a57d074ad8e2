import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { HarnessError } from '../harness-error.ts'
import { expect, onTestFinished, test } from 'vitest'
import { BUILT_IN_SCENARIOS, loadRequirements, loadScenarios } from './load.ts'

const SCENARIO = 'title: A call brings a token\nsteps:\n  - getToken: {}\n'
const REQUIREMENTS =
  'CACHE-01: { level: MUST, statement: A token is kept., source: x@1 y.ts, grade: majority }\n'

test('the scenarios of a folder are those of its areas, by id', () => {
  const cwd = folder({
    'mine/b/two.yaml': SCENARIO,
    'mine/a/one.yml': SCENARIO,
    'mine/loose.yaml': SCENARIO,
    'mine/requirements/a.yaml': REQUIREMENTS,
    'mine/fixtures/x.yaml': 'not: a scenario',
    'mine/README.md': 'words',
  })
  expect(loadScenarios(['mine'], cwd).map(({ id, file }) => [id, file])).toEqual([
    ['a/one', 'mine/a/one.yml'],
    ['b/two', 'mine/b/two.yaml'],
    ['mine/loose', 'mine/loose.yaml'],
  ])
})

test('a single file has the name of its folder as area', () => {
  const cwd = folder({ 'deep/inside/x.yaml': SCENARIO })
  expect(loadScenarios(['deep/inside/x.yaml'], cwd).map(({ id }) => id)).toEqual(['inside/x'])
})

test.each([
  [
    'a path that is not there',
    'bad-usage',
    ['none'],
    'none: is not there; a folder or file of scenarios would be right',
  ],
  [
    'an id in two folders',
    'bad-scenario',
    ['one', 'two'],
    'two/a/x.yaml: "a/x" is also in one/a/x.yaml; another folder or file name would be right',
  ],
  [
    'two bad files',
    'bad-scenario',
    ['bad'],
    'bad/a/x.yaml:1:1: "title" is missing\nbad/a/x.yaml:1:1: "steps" is missing\nbad/a/y.yaml:1:1: the file is empty; a mapping would be right',
  ],
] as const)('%s: the message says all of it', (_what, code, paths, message) => {
  const cwd = folder({
    'one/a/x.yaml': SCENARIO,
    'two/a/x.yaml': SCENARIO,
    'bad/a/x.yaml': '{}',
    'bad/a/y.yaml': '',
  })
  expect(() => loadScenarios(paths, cwd)).toThrow(new HarnessError(code, message))
})

test('requirements of several folders are read together', () => {
  const cwd = folder({ 'one/requirements/a.yaml': REQUIREMENTS, 'two/a/x.yaml': SCENARIO })
  expect([...loadRequirements(['one', 'two'], cwd).keys()]).toEqual(['CACHE-01'])
})

test('a requirement that two files give is refused', () => {
  const cwd = folder({
    'one/requirements/a.yaml': REQUIREMENTS,
    'one/requirements/b.yaml': REQUIREMENTS,
  })
  const message =
    'one/requirements/b.yaml: "CACHE-01" is also in one/requirements/a.yaml; an id is given once'
  expect(() => loadRequirements(['one'], cwd)).toThrow(new HarnessError('bad-requirement', message))
})

test('the scenarios that come with the program can be read', () => {
  expect(loadScenarios([BUILT_IN_SCENARIOS], process.cwd()).length).toBeGreaterThan(50)
})

function folder(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'scenarios-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  return root
}
