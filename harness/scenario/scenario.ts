import type { Capability } from '../subject.ts'
import type { Check, Given, Step } from './schema.ts'

/** What is played. It holds no expectation: this is all that a run, and the subject, ever see of a scenario. */
export interface Situation {
  readonly given: Given
  readonly steps: readonly Step[]
}

/** One named expectation about one step. */
export interface CheckSpec {
  readonly name: string
  /** Counts from 1. */
  readonly step: number
  /** Null: a precondition, which tests the mock. */
  readonly requirement: string | null
  readonly expect: Check
}

/** One scenario file. */
export interface Scenario {
  /** `area/situation`, the path without its ending. */
  readonly id: string
  /** As a person would type it. */
  readonly file: string
  readonly title: string
  readonly why: string | undefined
  readonly needs: readonly Capability[]
  readonly situation: Situation
  /** In the order of the file. */
  readonly checks: readonly CheckSpec[]
}
