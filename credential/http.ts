import { Agent, request as send, type Dispatcher } from 'undici'

export interface HttpRequest {
  readonly method: 'GET' | 'POST'
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

export interface HttpAnswer {
  readonly status: number
  /** Names in lower case; the first value of a doubled name. */
  readonly headers: Readonly<Record<string, string>>
  readonly text: string
}

/** One request, one answer: no redirect is followed, no cookie is kept, nothing is tried again. */
export type Send = (request: HttpRequest, signal: AbortSignal) => Promise<HttpAnswer>

export interface Transport {
  readonly send: Send
  readonly close: () => Promise<void>
}

/** No answer of an authority comes near this size. */
const MAX_ANSWER_BYTES = 1_048_576

/** Speaks HTTP through undici: through the dispatcher given, which stays open, or one of its own. */
export function openTransport(dispatcher?: Dispatcher): Transport {
  const own = dispatcher ? undefined : createAgent()
  const through = dispatcher ?? own
  return {
    send: async (request, signal) => {
      const { method, headers, body } = request
      const options = { method, headers, signal, ...(body !== undefined && { body }) }
      const answer = await send(request.url, {
        ...options,
        ...(through && { dispatcher: through }),
      })
      return {
        status: answer.statusCode,
        headers: firstValues(answer.headers),
        text: await answer.body.text(),
      }
    },
    close: async () => {
      await own?.destroy()
    },
  }
}

/**
 * A token is asked for about once an hour: a connection kept open until then would be stale, and would hold the process.
 * Time is kept by the retries, per try, so undici's own timers are off.
 */
function createAgent(): Agent {
  return new Agent({
    pipelining: 0,
    allowH2: false,
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: 0 },
    maxResponseSize: MAX_ANSWER_BYTES,
  })
}

function firstValues(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): Readonly<Record<string, string>> {
  const entries = Object.entries(headers).flatMap(([name, value]) => {
    const first = typeof value === 'string' ? value : value?.[0]
    return first === undefined ? [] : [[name.toLowerCase(), first] as const]
  })
  return Object.fromEntries(entries)
}
