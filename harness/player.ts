import type { Blame } from '../reports/events.ts'
import type { Observation } from './observation.ts'
import type { Situation } from './scenario/scenario.ts'
import type { Capability } from './subject.ts'

/** What a subject says of itself, and how it was reached. */
export interface SubjectFacts {
  /** The connection string it was named by: `builtin:reference`, `npm:@azure/identity`, `./my-subject.ts`. */
  readonly key: string
  readonly name: string
  readonly version: string
  /** `javascript` for every module. */
  readonly language: string
  readonly capabilities: readonly Capability[]
  readonly clock: 'shim' | 'none'
  /** Only a mutant has it: the requirement that it breaks on purpose. */
  readonly breaks?: string
}

/** The subject could not be started at all: nothing of it can be measured. */
export interface Unusable {
  readonly blame: Blame
  /** `cannot load ./x.ts: SyntaxError: …` */
  readonly message: string
}

/** Plays situations on one subject, each in a world of its own. Outlives crashes and endless loops of the subject. */
export interface Player {
  /** Settles when the subject was loaded. Never rejects because of the subject. */
  readonly started: Promise<{ readonly facts: SubjectFacts } | { readonly unusable: Unusable }>
  /**
   * Plays one situation. Calls may overlap; the player queues them, and plays as many at once as it has children.
   * Never rejects because of the subject. `seed` decides every id of the world, together with the scenario's id.
   */
  play(id: string, situation: Situation, seed: number): Promise<Observation>
  stop(): Promise<void>
}

export interface PlayerOptions {
  /** Child processes at once. Default 1. */
  readonly jobs?: number
  /** Real milliseconds after which a child that says nothing is killed. Default 5000. */
  readonly silenceMs?: number
}
// createPlayer(connection: string, cwd: string, options?: PlayerOptions): Player stands in harness/child/supervisor.ts
