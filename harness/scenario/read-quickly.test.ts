import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { BUILT_IN_SCENARIOS } from './load.ts'
import { readQuickly } from './read-quickly.ts'
import { scenarioFile } from './schema.ts'

test('what is read quickly is what the whole schema reads', () => {
  const areas = readdirSync(BUILT_IN_SCENARIOS, { withFileTypes: true })
  const files = areas
    .filter((entry) => entry.isDirectory() && entry.name !== 'requirements')
    .flatMap(({ name }) =>
      readdirSync(join(BUILT_IN_SCENARIOS, name)).map((file) => join(name, file)),
    )
  expect(files.length).toBeGreaterThan(100)
  for (const file of files) {
    const value: unknown = parse(readFileSync(join(BUILT_IN_SCENARIOS, file), 'utf8'))
    expect(readQuickly(value)).toEqual(scenarioFile.parse(value))
  }
})

test.each([
  ['no step', { title: 'A claim of a test', steps: [] }],
  ['a step without its word', { title: 'A claim of a test', steps: [{ as: 'x' }] }],
  [
    'a step with two words',
    { title: 'A claim of a test', steps: [{ getToken: {}, advance: '1s' }] },
  ],
  ['a step that is none', { title: 'A claim of a test', steps: [null] }],
  ['a wrong step', { title: 'A claim of a test', steps: [{ advance: 55 }] }],
  ['a wrong key', { title: 'A claim of a test', titel: 1, steps: [{ advance: '1s' }] }],
])('%s is left to the whole schema', (_what, value) => {
  expect(readQuickly(value)).toBeUndefined()
})
