import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { renderScenarioSchema } from './json-schema.ts'
import { SCENARIO_SCHEMA } from './load.ts'

test('the schema of scenario files is that of the program; "npm run schema" writes it', () => {
  expect(readFileSync(SCENARIO_SCHEMA, 'utf8')).toBe(renderScenarioSchema())
})
