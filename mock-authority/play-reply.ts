import type { ReceivedAssertion } from './client-assertion/receive.ts'
import { errorResponse } from './error-response.ts'
import { type JsonAnswer, renderBytes, renderJsonAnswer } from './json-answer.ts'
import { createNameScripted, type NameScripted } from './name-scripted.ts'
import { ConnectionReset } from './network-errors.ts'
import type { ReceivedRequest } from './received-request.ts'
import type { Json, ReplyAction } from './reply.ts'
import { fillPlaceholders } from './fill-placeholders.ts'
import { serveNormally } from './serve-normally.ts'
import type { AuthorityState } from './state.ts'

/** How a request ends. */
export type Ending =
  | { readonly kind: 'response' | 'truncated'; readonly response: Response; readonly body: string }
  | { readonly kind: 'reset' }
  | { readonly kind: 'hang' }

/** Does what a reply says; without one, what Entra does. */
export type PlayReply = (
  action: ReplyAction,
  request: ReceivedRequest,
  assertion: ReceivedAssertion | undefined,
) => Promise<Ending>

export function createPlayReply(state: AuthorityState): PlayReply {
  const nameScripted = createNameScripted(state.labels)
  return async (action, request, assertion) => {
    switch (action.do) {
      case 'reset':
        return { kind: 'reset' }
      case 'hang':
        return { kind: 'hang' }
      case 'answer': {
        const body = await fillPlaceholders(action.body, request, assertion, state)
        nameScripted(body)
        const response = renderBytes(action.status, action.headers, Buffer.from(body))
        return { kind: 'response', response, body }
      }
      case 'error':
        return ending(playError(action, request, state), nameScripted)
      case 'amend': {
        const answer = await serveNormally(request, assertion, state)
        return ending({ ...answer, body: amend(answer.body, action.members) }, nameScripted)
      }
      case 'serve':
        return ending(await serveNormally(request, assertion, state), nameScripted)
      case 'truncate':
        return truncate(await serveNormally(request, assertion, state), action.bytes)
    }
  }
}

function ending(answer: JsonAnswer, nameScripted: NameScripted): Ending {
  const body = JSON.stringify(answer.body)
  nameScripted(body)
  return { kind: 'response', response: renderJsonAnswer(answer), body }
}

function playError(
  action: Extract<ReplyAction, { readonly do: 'error' }>,
  request: ReceivedRequest,
  state: AuthorityState,
): JsonAnswer {
  const answer = errorResponse(action.aadsts, {}, request, state)
  return {
    status: action.status ?? answer.status,
    headers: { ...answer.headers, ...action.headers },
    body: amend(answer.body, action.members ?? {}),
  }
}

/** A member replaces one, or is added behind the others; null removes. */
function amend(
  body: JsonAnswer['body'],
  members: Readonly<Record<string, Json>>,
): JsonAnswer['body'] {
  return Object.fromEntries(
    Object.entries({ ...body, ...members }).filter(([name]) => members[name] !== null),
  )
}

/** RFC 9112 §8: the length of the whole is announced, and the connection breaks before it is there. */
function truncate(answer: JsonAnswer, bytes: number): Ending {
  const whole = Buffer.from(JSON.stringify(answer.body))
  const part = whole.subarray(0, bytes)
  let sent = false
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: (controller) => {
      if (sent || part.length === 0) return controller.error(new ConnectionReset())
      sent = true
      return controller.enqueue(part)
    },
  })
  const headers = { ...answer.headers, 'content-length': String(whole.byteLength) }
  const response = new Response(stream, { status: answer.status, headers })
  return { kind: 'truncated', response, body: part.toString('utf8') }
}
