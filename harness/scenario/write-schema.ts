import { writeFileSync } from 'node:fs'
import { renderScenarioSchema } from './json-schema.ts'
import { SCENARIO_SCHEMA } from './load.ts'

writeFileSync(SCENARIO_SCHEMA, renderScenarioSchema())
