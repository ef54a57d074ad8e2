import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { scenarioFile } from '../scenario/schema.ts'
import { CALLS, COPIES, generatedScenarios, PAUSES } from './generated.ts'

test('the generated files are scenarios', () => {
  const files = [...generatedScenarios()].map(([, text]) => scenarioFile.parse(parse(text)))
  expect(files.map(({ steps }) => steps.length).slice(0, 4)).toEqual([
    1,
    CALLS,
    2 * PAUSES,
    2 * PAUSES,
  ])
  expect(files).toHaveLength(4 * COPIES)
})
