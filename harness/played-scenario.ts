import type { Standing } from '../reports/events.ts'
import { describeStep } from './describe-step.ts'
import type { Observation } from './observation.ts'
import type { Requirement } from './requirements.ts'
import type { CheckSpec, Scenario } from './scenario/scenario.ts'
import type { Verdict } from './verdict.ts'

/** What became of one check, and what that means. */
export interface JudgedCheck {
  readonly check: CheckSpec
  readonly verdict: Verdict
  readonly standing: Standing
}

/** One scenario after it was played on one subject. */
export interface PlayedScenario {
  readonly scenario: Scenario
  /** The connection string of the subject. */
  readonly subject: string
  /** Null when it was not played. */
  readonly observation: Observation | null
  readonly judged: readonly JudgedCheck[]
}

/** What the events need to know besides. */
export interface EventContext {
  readonly requirements: ReadonlyMap<string, Requirement>
  /** The command that plays the check at an address again. */
  readonly again: (address: string) => string
}

/** A step of a scenario in words, by its number. */
export function doing({ situation }: Scenario, step: number): string {
  const played = situation.steps[step - 1]
  return played === undefined ? `step ${step}` : describeStep(played)
}
