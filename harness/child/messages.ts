import type { Observation, StepObservation } from '../observation.ts'
import type { SubjectFacts, Unusable } from '../player.ts'
import type { Situation } from '../scenario/scenario.ts'

/** What the parent says to a child. */
export interface PlayMessage {
  readonly say: 'play'
  readonly id: string
  readonly situation: Situation
  readonly seed: number
}

/** What a child says to its parent. Lost when the child dies, so every step is told when it begins and when it ends. */
export type ChildMessage =
  | { readonly say: 'loaded'; readonly facts: Omit<SubjectFacts, 'key' | 'clock'> }
  | { readonly say: 'unusable'; readonly unusable: Unusable }
  | { readonly say: 'alive' }
  | { readonly say: 'begins'; readonly step: number }
  | { readonly say: 'step'; readonly observed: StepObservation }
  | { readonly say: 'played'; readonly rest: Rest; readonly spent: boolean }

/** What an observation holds besides its steps. `spent`: the child is no longer fit for another scenario. */
export type Rest = Pick<
  Observation,
  'incident' | 'unserved' | 'output' | 'virtualSeconds' | 'durationMs'
>

/** How a child is told which subject to load: the last argument of its command line. */
export interface SubjectSource {
  /** File URL of the module. */
  readonly module: string
  /** File URL of a package folder or module that a driver is to wrap; null for a module that is the subject itself. */
  readonly target: string | null
  /** Whether tsx has to read it. */
  readonly tsx: boolean
  /** Used where the module is a bare function. */
  readonly fallbackName: string
}
