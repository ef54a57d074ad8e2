import { match } from '../matchers.ts'
import type { Expectation } from '../scenario/schema.ts'
import type { Differences, Seen } from './context.ts'
import { logDifferences } from './log.ts'
import {
  distinctTokensDifferences,
  everyOutcomeDifferences,
  listedOutcomesDifferences,
} from './outcomes.ts'
import { secondsDifferences } from './seconds.ts'
import { wireDifferences } from './wire.ts'

/** Compares a step with all that is expected of it, what the caller sees first. */
export function expectationDifferences(expect: Expectation, seen: Seen): Differences {
  const { wire, discovery, assertionCalls, elapsed, log, api, outcomes, distinctTokens } = expect
  const { step } = seen
  return [
    ...everyOutcomeDifferences(expect, seen),
    ...(outcomes === undefined ? [] : listedOutcomesDifferences(outcomes, seen)),
    ...(distinctTokens === undefined ? [] : distinctTokensDifferences(distinctTokens, seen)),
    ...(api === undefined ? [] : match(api, step.api, 'api')),
    ...(wire === undefined ? [] : wireDifferences(wire, 'wire', seen)),
    ...(discovery === undefined ? [] : wireDifferences(discovery, 'discovery', seen)),
    ...(assertionCalls === undefined
      ? []
      : match(assertionCalls, step.assertionCalls, 'assertionCalls')),
    ...(elapsed === undefined
      ? []
      : secondsDifferences(elapsed, step.endedAt - step.startedAt, 'elapsed')),
    ...(log === undefined ? [] : logDifferences(log, seen)),
  ]
}
