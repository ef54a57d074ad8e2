import { z } from 'zod'
import { scenarioFile } from './schema.ts'

/** The text of `scenarios/scenario.schema.json`, by which editors check and complete scenario files. */
export function renderScenarioSchema(): string {
  const schema = z.toJSONSchema(scenarioFile, { io: 'input', reused: 'ref' })
  return `${JSON.stringify({ title: 'A scenario of Touchstone', ...schema }, null, 2)}\n`
}
