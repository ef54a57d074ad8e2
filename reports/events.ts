/** What became of one check. */
export type VerdictWord = 'pass' | 'fail' | 'error' | 'n/a' | 'not-run'

/** What that means against the baseline. */
export type Standing =
  | 'ok'
  | 'new-failure'
  | 'known-failure'
  | 'fixed'
  | 'expired'
  | 'changed'
  | 'stale'
  | 'flaky'
  | 'not-scored'

/** Who is to be asked about a verdict that is not `pass`. */
export type Blame = 'subject' | 'driver' | 'harness' | 'environment'

export type Level = 'MUST' | 'SHOULD' | 'CHAR'

export type ExitCode = 0 | 1 | 2 | 3 | 4 | 5 | 130

/** One line of a report file. A report without `end` is truncated. */
export type ReportEvent =
  | RunEvent
  | SubjectEvent
  | ScenarioEvent
  | ExchangeEvent
  | CheckEvent
  | NoteEvent
  | EndEvent

export interface RunEvent {
  readonly t: 'run'
  /** Version of this format. */
  readonly v: 1
  /** `touchstone/0.1.0` */
  readonly tool: string
  readonly seed: number
  /** ISO 8601, real time. */
  readonly started: string
  readonly argv: readonly string[]
}

export interface SubjectEvent {
  readonly t: 'subject'
  /** The connection string it was named by. */
  readonly key: string
  readonly name: string
  readonly version: string
  readonly language: string
  readonly capabilities: readonly string[]
  /** `shim` or `none`. */
  readonly clock: string
}

export interface ScenarioEvent {
  readonly t: 'scenario'
  /** `area/situation` */
  readonly id: string
  readonly subject: string
  readonly title: string
  readonly file: string
  readonly needs: readonly string[]
  /** Virtual seconds from its first step to its last. */
  readonly virtualSeconds: number
  /** Real milliseconds from the start of the run's process to the moment at which it began to be played; 0 where it was not. */
  readonly beganMs: number
  /** Real milliseconds. */
  readonly durationMs: number
  /** The steps that were begun. */
  readonly steps?: readonly StepText[]
}

/** One step that was played, ready to print. */
export interface StepText {
  /** Counts from 1. */
  readonly n: number
  /** Virtual seconds since the scenario began. */
  readonly at: number
  /** `getToken api, with claims` */
  readonly doing: string
  /** How each call of it ended: `<token#1 home>`, `AuthenticationError: …`. */
  readonly outcomes: readonly string[]
}

export interface ExchangeEvent {
  readonly t: 'exchange'
  readonly scenario: string
  readonly subject: string
  readonly n: number
  /** Counts from 1. */
  readonly step: number
  /** Virtual seconds since the scenario began. */
  readonly at: number
  readonly endpoint: string
  readonly tenant: string | null
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly form: Readonly<Record<string, string>> | null
  /** `200`, or what happened instead: `reset`, `truncated`, `pending`, `refused`. */
  readonly answer: number | string
  readonly body: string | null
  readonly scripted: boolean
}

export interface CheckEvent {
  readonly t: 'check'
  /** `area/situation:check` */
  readonly address: string
  readonly subject: string
  /** Null where the check tests the mock (a precondition). */
  readonly requirement: string | null
  readonly statement: string | null
  readonly source: string | null
  readonly grade: string | null
  readonly level: Level | null
  /** Counts from 1. */
  readonly step: number
  /** The step as a person reads it: `parallel 20 × getToken`. */
  readonly doing: string
  readonly verdict: VerdictWord
  readonly standing: Standing
  /** One line; only where the verdict is not `pass`. */
  readonly message?: string
  readonly differences?: readonly DifferenceText[]
  readonly blame?: Blame
  /** The exchanges of its step. */
  readonly exchanges: readonly number[]
  /** The command that plays exactly this check again. */
  readonly again: string
}

/** Where a check differs, ready to print. */
export interface DifferenceText {
  /** `wire[0].form.claims` */
  readonly where: string
  readonly expected: string
  readonly received: string
}

export interface NoteEvent {
  readonly t: 'note'
  readonly scenario: string | null
  readonly subject: string | null
  /** `authority`: a request that nobody owns, and that was refused. */
  readonly from: 'stderr' | 'stdout' | 'authority' | 'harness' | 'baseline'
  readonly text: string
}

export interface EndEvent {
  readonly t: 'end'
  readonly exit: ExitCode
  readonly durationMs: number
  /** True when the run was interrupted. */
  readonly incomplete: boolean
}
