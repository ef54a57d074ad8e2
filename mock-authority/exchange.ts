import type { EpochSeconds } from './clock.ts'
import type { Endpoint, Json } from './reply.ts'

/**
 * One request and its answer as the authority saw them.
 * Holds no secret: tokens and assertions stand here as labels (`<token#2 home>`, `<assertion#1>`).
 */
export interface Exchange {
  /** Counts from 1 within one authority. */
  readonly n: number
  readonly endpoint: Endpoint
  /** Name of the tenant in the directory; null when the path names none that is known. */
  readonly tenant: string | null
  /** Name of the application whose `client_id` was sent; null when none or not registered. */
  readonly client: string | null
  /** Name of the resource that was asked for or called. */
  readonly resource: string | null
  readonly startedAt: EpochSeconds
  readonly request: RecordedRequest
  readonly assertion: AssertionFacts | null
  readonly answer: Answer
  /** True when a scripted reply decided the answer. */
  readonly scripted: boolean
}

export interface RecordedRequest {
  readonly method: string
  readonly scheme: string
  /** With the port when it is not the scheme's default. */
  readonly host: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  /** Decoded `application/x-www-form-urlencoded` body; null when the body is none. The first value of a doubled name. */
  readonly form: Readonly<Record<string, string>> | null
  /** Names that occur more than once in the form. */
  readonly doubled: readonly string[]
  /** The body as text when it is not a form; null when empty. */
  readonly body: string | null
}

/** What can be known of a client assertion without keeping it. */
export interface AssertionFacts {
  readonly label: string
  /** Null when it is not a JWT. */
  readonly header: Readonly<Record<string, Json>> | null
  readonly claims: Readonly<Record<string, Json>> | null
  /** Against the application's registered certificate or federated issuer. */
  readonly signature: 'valid' | 'invalid' | 'unknown'
}

export type Answer =
  | {
      readonly kind: 'response'
      readonly endedAt: EpochSeconds
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      /** Redacted text. */
      readonly body: string
    }
  | { readonly kind: 'reset'; readonly endedAt: EpochSeconds }
  | { readonly kind: 'truncated'; readonly endedAt: EpochSeconds; readonly status: number }
  /** Not answered yet, or never. */
  | { readonly kind: 'pending' }
  /** Refused, since nobody owns it. */
  | { readonly kind: 'refused' }
