import { match } from '../matchers.ts'
import type { Outcome } from '../observation.ts'
import { memberPath } from '../render-value.ts'
import type { Pattern } from '../scenario/pattern.ts'
import type { Expectation } from '../scenario/schema.ts'
import type { Differences, Seen } from './context.ts'
import { errorDifferences } from './error.ts'
import { tokenDifferences } from './token.ts'

type OutcomeExpectation = Pick<Expectation, 'token' | 'error'>

/** `token` and `error` hold for every call of the step; the first call that differs is reported. */
export function everyOutcomeDifferences(expect: OutcomeExpectation, seen: Seen): Differences {
  if (!expect.token && !expect.error) return []
  const { outcomes } = seen.step
  const where = expect.token ? 'token' : 'error'
  if (outcomes.length === 0) {
    return [{ where, expected: 'the end of a call', received: 'no call ended in this step' }]
  }
  return (
    outcomes
      .map((outcome, index) =>
        outcomeDifferences(expect, outcome, {
          prefix: outcomes.length === 1 ? '' : memberPath('outcomes', index),
          seen,
        }),
      )
      .find((found) => found.length > 0) ?? []
  )
}

/** Compares the calls of a parallel step one by one. */
export function listedOutcomesDifferences(
  expect: readonly OutcomeExpectation[],
  seen: Seen,
): Differences {
  const { outcomes } = seen.step
  if (outcomes.length !== expect.length) {
    const [expected, received] = [calls(expect.length), calls(outcomes.length)]
    return [{ where: 'outcomes', expected, received }]
  }
  return outcomes.flatMap((outcome, index) =>
    outcomeDifferences(expect[index] ?? {}, outcome, {
      prefix: memberPath('outcomes', index),
      seen,
    }),
  )
}

/** Compares how many different tokens the calls of a step brought. */
export function distinctTokensDifferences(expect: Pattern, { step }: Seen): Differences {
  const labels = step.outcomes.flatMap((one) => (one.outcome === 'token' ? [one.token.label] : []))
  return match(expect, new Set(labels).size, 'distinctTokens')
}

function outcomeDifferences(
  { token, error }: OutcomeExpectation,
  outcome: Outcome,
  { prefix, seen }: { readonly prefix: string; readonly seen: Seen },
): Differences {
  return [
    ...(token
      ? tokenDifferences(token, outcome, memberPath(prefix, 'token'), seen.outcomesOf)
      : []),
    ...(error ? errorDifferences(error, outcome, memberPath(prefix, 'error')) : []),
  ]
}

function calls(count: number): string {
  return count === 1 ? '1 outcome' : `${count} outcomes`
}
