import { match } from '../matchers.ts'
import type { Outcome } from '../observation.ts'
import type { ErrorExpectation } from '../scenario/schema.ts'
import type { Differences } from './context.ts'
import { describeOutcome } from './describe-outcome.ts'

const MEMBERS = [
  'kind',
  'name',
  'message',
  'code',
  'status',
  'aadsts',
  'correlationId',
  'claims',
  'cause',
  'leaks',
] as const

/** Compares how one call ended with the error that was expected of it. */
export function errorDifferences(
  expect: ErrorExpectation,
  outcome: Outcome,
  where: string,
): Differences {
  if (expect.$absent) {
    return outcome.outcome === 'token' || outcome.outcome === 'done'
      ? []
      : [{ where, expected: 'no error', received: describeOutcome(outcome) }]
  }
  if (outcome.outcome !== 'error') {
    return [{ where, expected: 'an error', received: describeOutcome(outcome) }]
  }
  const { error } = outcome
  return MEMBERS.flatMap((name) => {
    const pattern = expect[name]
    return pattern === undefined ? [] : match(pattern, error[name], `${where}.${name}`)
  })
}
