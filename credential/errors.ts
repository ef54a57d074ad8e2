/** What every message begins with: which credential of a chain has failed. */
const CREDENTIAL = 'ClientAssertionCredential'

/** This credential cannot work here at all. A chain may go on to its next credential. */
export class CredentialUnavailableError extends Error {
  override readonly name = 'CredentialUnavailableError'

  constructor(message: string, options?: ErrorOptions) {
    super(`${CREDENTIAL}: ${message}`, options)
  }
}

/** What is known of a refusal besides its message. */
export interface AuthenticationFacts {
  /** The OAuth `error` (RFC 6749 §5.2), or a word of our own where the authority gave none. */
  readonly code?: string | undefined
  /** The number of the AADSTS code. */
  readonly aadsts?: number | undefined
  /** HTTP status. */
  readonly status?: number | undefined
  readonly correlationId?: string | undefined
  readonly traceId?: string | undefined
  /** Claims that the authority wants to see in the next request, as JSON text. */
  readonly claims?: string | undefined
  readonly cause?: unknown
}

/** No token, and no other credential should be tried in its place. */
export class AuthenticationError extends Error {
  override readonly name = 'AuthenticationError'
  readonly code: string | undefined
  readonly aadsts: number | undefined
  readonly status: number | undefined
  readonly correlationId: string | undefined
  readonly traceId: string | undefined
  readonly claims: string | undefined

  constructor(message: string, facts: AuthenticationFacts = {}) {
    super(
      `${CREDENTIAL}: ${message}`,
      facts.cause === undefined ? undefined : { cause: facts.cause },
    )
    this.code = facts.code
    this.aadsts = facts.aadsts
    this.status = facts.status
    this.correlationId = facts.correlationId
    this.traceId = facts.traceId
    this.claims = facts.claims
  }
}

/** The authority was not reached, or did not answer in time. Nothing is known about the credential itself. */
export class NetworkError extends Error {
  override readonly name = 'NetworkError'
  /** The word of the operating system or of the HTTP client: `ECONNRESET`, `ETIMEDOUT`. */
  readonly code: string

  constructor(message: string, code: string, options?: ErrorOptions) {
    super(`${CREDENTIAL}: ${message}`, options)
    this.code = code
  }
}

/** The caller has given up. */
export class AbortError extends Error {
  override readonly name = 'AbortError'

  constructor() {
    super(`${CREDENTIAL}: the call was aborted`)
  }
}
