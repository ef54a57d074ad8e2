import type { World } from './clock.ts'
import { NetworkError } from './errors.ts'
import type { HttpAnswer, HttpRequest, Send } from './http.ts'
import { sleep, waitFor } from './patience.ts'
import type { RetryOptions, RetryState, TryOutcome } from './retry.ts'

/** Sends a request, again where that may help, and resolves with the answer that stands. */
export type Exchange = (request: HttpRequest, signal: AbortSignal) => Promise<HttpAnswer>

export interface ExchangeTools {
  readonly send: Send
  readonly world: World
  readonly retry: RetryOptions
  readonly retryDelayMs: (
    outcome: TryOutcome,
    state: RetryState,
    options: RetryOptions,
  ) => number | undefined
}

/** One try takes no longer, as in the Azure SDK for .NET; the caller's own timeout is another matter, and his. */
const TRY_MS = 100_000

/** Every try is the same request, with the same body and the same correlation id. */
export function createExchange(tools: ExchangeTools): Exchange {
  const { world, retry, retryDelayMs } = tools
  return async (request, signal) => {
    for (let retries = 0; ; retries += 1) {
      signal.throwIfAborted()
      const outcome = await tryOnce(request, signal, tools)
      const state = { retries, nowMs: world.nowMs(), random: world.random() }
      const delayMs = retryDelayMs(outcome, state, retry)
      if (delayMs !== undefined) await sleep(delayMs, signal, world)
      else if (outcome instanceof NetworkError) throw outcome
      else return outcome
    }
  }
}

async function tryOnce(
  request: HttpRequest,
  signal: AbortSignal,
  { send, world }: ExchangeTools,
): Promise<TryOutcome> {
  const controller = new AbortController()
  const sent = send(request, controller.signal)
  try {
    return await waitFor(sent, { signal, timeoutMs: TRY_MS }, world)
  } catch (error) {
    if (signal.aborted) throw error
    return describeFailure(error, new URL(request.url).host)
  } finally {
    controller.abort()
  }
}

function describeFailure(error: unknown, host: string): NetworkError {
  const code = readCode(error) ?? 'ECONNFAILED'
  const reason = error instanceof Error && error.message ? `: ${error.message}` : ''
  return new NetworkError(`${host} could not be asked (${code})${reason}`, code, {
    cause: describeCause(error),
  })
}

/** A copy of the error with its words only: the original may hold bytes of an answer, and in them a token. */
function describeCause(error: unknown): Error {
  if (!(error instanceof Error)) return new Error('an error that is no Error')
  const cause = error.cause instanceof Error ? { cause: describeCause(error.cause) } : {}
  const code = readCode(error)
  return Object.assign(new Error(error.message, cause), code !== undefined && { code })
}

function readCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null) return undefined
  if ('code' in error && typeof error.code === 'string') return error.code
  return 'cause' in error ? readCode(error.cause) : undefined
}
