import { NetworkError } from './errors.ts'
import type { HttpAnswer } from './http.ts'

/** `retryOptions` of the constructor. */
export interface RetryOptions {
  /** Tries after the first; default 3, and 0 for none. */
  readonly maxRetries: number
  /** Before the first retry, doubled for each further one; default 800. */
  readonly retryDelayInMs: number
  /** The longest delay of our own; what the authority asks for may be longer. Default 60 000. */
  readonly maxRetryDelayInMs: number
}

export const defaultRetryOptions: RetryOptions = {
  maxRetries: 3,
  retryDelayInMs: 800,
  maxRetryDelayInMs: 60_000,
}

/** How one try ended. */
export type TryOutcome = HttpAnswer | NetworkError

/** What a decision about a retry rests on. */
export interface RetryState {
  /** Retries made so far. */
  readonly retries: number
  readonly nowMs: number
  /** At least 0, less than 1. */
  readonly random: number
}

const RETRIABLE: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504])

/** An authority that asks for a longer silence gets it: the call fails, instead of holding its caller for so long. */
const LONGEST_RETRY_AFTER_MS = 5 * 60_000

/** Milliseconds until the next try; undefined where the outcome stands. */
export function retryDelayMs(
  outcome: TryOutcome,
  state: RetryState,
  options: RetryOptions,
): number | undefined {
  if (state.retries >= options.maxRetries || !isRetriable(outcome)) return undefined
  const asked =
    outcome instanceof NetworkError ? undefined : readRetryAfterMs(outcome.headers, state.nowMs)
  if (asked === undefined) return backOffMs(state, options)
  return asked <= LONGEST_RETRY_AFTER_MS ? asked : undefined
}

/** The statuses that speak of a moment rather than of the request; the same for every failure to connect. */
export function isRetriable(outcome: TryOutcome): boolean {
  return outcome instanceof NetworkError || RETRIABLE.has(outcome.status)
}

/** RFC 9110 §10.2.3: seconds or a date; and two headers of Azure in milliseconds, which are more exact. */
export function readRetryAfterMs(
  headers: Readonly<Record<string, string>>,
  nowMs: number,
): number | undefined {
  for (const name of ['retry-after-ms', 'x-ms-retry-after-ms']) {
    const ms = readNumber(headers[name])
    if (ms !== undefined) return ms
  }
  const text = headers['retry-after']
  const seconds = readNumber(text)
  if (seconds !== undefined) return seconds * 1000
  // Date.parse finds a date in almost any text; a date of HTTP begins with the day of the week.
  const date = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)/.test(text ?? '') ? Date.parse(text ?? '') : NaN
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMs)
}

/** Doubles with each retry, with a jitter of a fifth either way, so that many clients do not come back together. */
function backOffMs({ retries, random }: RetryState, options: RetryOptions): number {
  const exact = options.retryDelayInMs * 2 ** retries
  return Math.min(options.maxRetryDelayInMs, exact * (0.8 + 0.4 * random))
}

function readNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\s*\d+(\.\d+)?\s*$/.test(text) ? Number(text) : undefined
}
