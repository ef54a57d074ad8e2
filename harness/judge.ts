import type { DifferenceText } from '../reports/events.ts'
import { describeStep } from './describe-step.ts'
import type { Differences, Seen } from './expectations/context.ts'
import { expectationDifferences } from './expectations/differences.ts'
import { renderDifference } from './message-of.ts'
import type { Incident, Observation, StepObservation } from './observation.ts'
import { memberPath, shorten } from './render-value.ts'
import { namedResults } from './scenario/results.ts'
import type { CheckSpec, Scenario } from './scenario/scenario.ts'
import type { Expectation } from './scenario/schema.ts'
import type { Verdict } from './verdict.ts'

type Judged = Pick<Scenario, 'checks' | 'situation'>

/** One verdict for each check of a scenario. Pure and total: whatever was observed, it never throws. */
export function judge(scenario: Judged, observation: Observation): ReadonlyMap<string, Verdict> {
  return new Map(
    scenario.checks.map((check) => [check.name, guardedVerdict(check, scenario, observation)]),
  )
}

/** An observation comes from another process. One that breaks the comparison is our trouble, not the subject's. */
function guardedVerdict(check: CheckSpec, scenario: Judged, observation: Observation): Verdict {
  try {
    return verdictOf(check, scenario, observation)
  } catch (error) {
    const reason = shorten(error instanceof Error ? error.message : typeof error)
    return { verdict: 'error', blame: 'harness', message: `could not be judged: ${reason}` }
  }
}

function verdictOf(check: CheckSpec, scenario: Judged, observation: Observation): Verdict {
  const { incident, steps } = observation
  const struck = struckStep(scenario, incident)
  if (incident && struck !== null && check.step >= struck) {
    return check.step === struck
      ? struckVerdict(incident, scenario)
      : { verdict: 'not-run', reason: `step ${incident.step}: ${incident.message}` }
  }
  const step = steps.find((one) => one.step === check.step)
  return step
    ? compare(check, { step, outcomesOf: namedOutcomes(scenario, observation) })
    : { verdict: 'not-run', reason: `step ${check.step} was not reached` }
}

/**
 * The step whose checks an incident decides: its own; else the next that has checks; else the last that has any.
 * Null without an incident.
 */
function struckStep({ checks }: Judged, incident: Incident | null): number | null {
  if (!incident) return null
  const steps = checks.map(({ step }) => step).sort((one, other) => one - other)
  return steps.find((step) => step >= incident.step) ?? steps.at(-1) ?? null
}

function struckVerdict({ step, blame, message, verdict }: Incident, scenario: Judged): Verdict {
  if (verdict === 'error') return { verdict, blame, message }
  const played = scenario.situation.steps[step - 1]
  const where = played ? describeStep(played) : `step ${step}`
  const expected = /never settled/.test(message) ? 'to settle' : 'to end as a call does'
  return { verdict, blame, differences: [{ where, expected, received: message }], incident: true }
}

function namedOutcomes({ situation }: Judged, observation: Observation): Seen['outcomesOf'] {
  const results = namedResults(situation.steps)
  return (name) => {
    const settled = results.find((result) => result.name === name)?.settled
    return observation.steps.find(({ step }) => step === settled)?.outcomes
  }
}

function compare(check: CheckSpec, seen: Seen): Verdict {
  const { req: _req, precondition, anyOf, ...own } = check.expect
  const [garbage] = precondition ? [] : garbageDifferences(seen.step)
  const [first, ...more] = garbage
    ? [garbage]
    : [...expectationDifferences(own, seen), ...(anyOf ? nearestAlternative(anyOf, seen) : [])]
  if (!first) return { verdict: 'pass' }
  if (precondition) {
    const message = `the precondition does not hold: ${renderDifference(first)}`
    return { verdict: 'error', blame: 'harness', message }
  }
  return { verdict: 'fail', blame: 'subject', differences: [first, ...more] }
}

/** What no caller could work with fails every check of its step. */
function garbageDifferences({ outcomes }: StepObservation): Differences {
  return outcomes.flatMap((outcome, index): DifferenceText[] => {
    if (outcome.outcome !== 'garbage') return []
    const where = outcomes.length === 1 ? 'outcome' : memberPath('outcomes', index)
    return [{ where, expected: 'an AccessToken', received: shorten(outcome.received) }]
  })
}

/** Empty when one alternative fits; else what the nearest one lacks. */
function nearestAlternative(alternatives: readonly Expectation[], seen: Seen): Differences {
  const ranked = alternatives
    .map((one) => expectationDifferences(one, seen))
    .toSorted((one, other) => one.length - other.length)
  const label = `nearest of ${alternatives.length} alternatives`
  return (ranked[0] ?? []).map(({ where, ...rest }) => ({ where: `${label}, ${where}`, ...rest }))
}
