import type { IssuedToken } from '../mock-authority/authority.ts'
import type { Exchange } from '../mock-authority/exchange.ts'
import type { Blame } from '../reports/events.ts'
import type { ErrorKind } from './subject.ts'

/** All that was seen while one situation was played. No secret is in it; times are seconds since the scenario began. */
export interface Observation {
  /** One for each step that was begun, in order. */
  readonly steps: readonly StepObservation[]
  /** What ended the scenario early, if anything did. */
  readonly incident: Incident | null
  /** Connections and requests that the authority does not own, all refused: `tcp 10.0.0.1:443`, `GET https://…`. */
  readonly unserved: readonly string[]
  /** What the subject wrote while the scenario played, redacted. */
  readonly output: readonly OutputLine[]
  readonly virtualSeconds: number
  /** Real milliseconds from the start of the harness to the moment at which it began to be played. */
  readonly beganMs: number
  /** Real time. */
  readonly durationMs: number
}

export interface StepObservation {
  /** Counts from 1. */
  readonly step: number
  readonly startedAt: number
  readonly endedAt: number
  /** One for a call, n for `parallel`, none where nothing was called or the call is still pending. */
  readonly outcomes: readonly Outcome[]
  /** Those that began in this step. */
  readonly exchanges: readonly Exchange[]
  /** How often the assertion callback was called in this step. */
  readonly assertionCalls: number
  readonly api: ApiAnswer | null
  readonly log: readonly LogLine[]
  /** Labels of the secrets that stood in the log, stdout or stderr of this step. */
  readonly logLeaks: readonly string[]
}

export interface LogLine {
  readonly level: string
  /** Redacted. */
  readonly text: string
}

export interface OutputLine {
  readonly from: 'stdout' | 'stderr'
  readonly text: string
}

/** How one call ended. */
export type Outcome =
  | { readonly outcome: 'token'; readonly token: ReceivedToken }
  | { readonly outcome: 'error'; readonly error: ReceivedError }
  /** `create` and `close` that went well. */
  | { readonly outcome: 'done' }
  /** Not what the interface promises; `received` says what. */
  | { readonly outcome: 'garbage'; readonly received: string }

export interface ReceivedToken {
  /** `<token#2 home>`; for a text that the authority never issued, a label that says so. */
  readonly label: string
  /** Null when the authority did not issue it. */
  readonly issued: IssuedToken | null
  /** From the moment the call settled. */
  readonly expiresIn: number
  /** Since the scenario began. */
  readonly expiresAt: number
  /** From the moment the call settled; null where the credential gives none. */
  readonly refreshIn: number | null
  readonly tokenType: string | null
}

/** An error of the subject, redacted. `leaks` names the secrets that stood in it. */
export interface ReceivedError {
  readonly kind: ErrorKind
  readonly name: string
  readonly message: string
  readonly code: string | null
  readonly status: number | null
  /** The first AADSTS number found on the error or in its message. */
  readonly aadsts: number | null
  readonly correlationId: string | null
  /** The claims that the authority asks for, as the text that goes into the next call. */
  readonly claims: string | null
  /** The messages of its causes, nearest first. */
  readonly cause: readonly string[]
  readonly leaks: readonly string[]
}

export interface ApiAnswer {
  readonly status: number
  /** What `WWW-Authenticate` said; null without one. `claims` is decoded from base64. */
  readonly challenge: { readonly error: string | null; readonly claims: string | null } | null
}

/** Something that ended a scenario before its last step did. */
export interface Incident {
  /** The step that was being played. */
  readonly step: number
  readonly blame: Blame
  /** `getToken never settled`, `process.exit(0) was called`, … */
  readonly message: string
  /** `error`: it could not be measured; `fail`: the subject did what no subject may do. */
  readonly verdict: 'fail' | 'error'
}
