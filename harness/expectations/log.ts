import { match } from '../matchers.ts'
import type { Expectation } from '../scenario/schema.ts'
import type { Differences, Seen } from './context.ts'

/** Compares what was logged in a step: its text, one line after the other, and the secrets that stood in it. */
export function logDifferences(
  { leaks, text }: NonNullable<Expectation['log']>,
  { step }: Seen,
): Differences {
  const written = step.log.map((line) => line.text).join('\n')
  return [
    ...(leaks === undefined ? [] : match(leaks, step.logLeaks, 'log.leaks')),
    ...(text === undefined ? [] : match(text, written, 'log.text')),
  ]
}
