import type { DifferenceText } from '../../reports/events.ts'
import type { Outcome, StepObservation } from '../observation.ts'

export type Differences = readonly DifferenceText[]

/** What one expectation is compared with. */
export interface Seen {
  readonly step: StepObservation
  /** How the calls of the step with this name ended; undefined when it never was reached. */
  outcomesOf(name: string): readonly Outcome[] | undefined
}
