import { ClientAssertionCredential } from './client-assertion.ts'
import { standardFoundation } from './foundation.ts'
import type { World } from './clock.ts'
import type { HttpAnswer, HttpRequest, Send } from './http.ts'
import { rules as rightRules, type Rules } from './rules.ts'
import type { ClientAssertionCredentialOptions, GetAssertion } from './settings.ts'

export const HOME = '11111111-1111-1111-1111-111111111111'
export const CLIENT = '22222222-2222-2222-2222-222222222222'
export const SCOPE = 'https://api.contoso.example/.default'
/** Long enough to be found in pieces. */
export const ASSERTION = 'assertion-that-nobody-may-read-0123456789'

/** A reply to one request: an answer, an error of the connection, or a function of the request. */
export type ScriptedReply =
  | HttpAnswer
  | Error
  | ((request: HttpRequest, signal: AbortSignal) => Promise<HttpAnswer> | HttpAnswer)

export interface Arrangement {
  readonly credential: ClientAssertionCredential
  /** All that was sent, oldest first. */
  readonly sent: readonly HttpRequest[]
  /** The contexts that the assertion callback got. */
  readonly asked: readonly Parameters<GetAssertion>[0][]
  readonly log: readonly string[]
  /** Adds replies behind those that still wait. */
  readonly script: (...replies: readonly ScriptedReply[]) => void
}

export interface Wanted extends ClientAssertionCredentialOptions {
  readonly replies?: readonly ScriptedReply[]
  readonly getAssertion?: GetAssertion
  readonly rules?: Partial<Rules>
  readonly tenantId?: string
  readonly environment?: Readonly<Record<string, string>>
  /** Members of the token answers that normal service gives. */
  readonly members?: Readonly<Record<string, unknown>>
}

/** A credential over an authority that gives scripted replies, and then token-1, token-2 … */
export function arrange(wanted: Wanted = {}): Arrangement {
  const {
    replies = [],
    getAssertion = () => ASSERTION,
    rules,
    members,
    environment = {},
    ...options
  } = wanted
  const sent: HttpRequest[] = []
  const asked: Parameters<GetAssertion>[0][] = []
  const log: string[] = []
  const waiting = [...replies]
  const send = scriptedSend(sent, waiting, members)
  const world: World = {
    ...standardFoundation.world,
    random: () => 0.5,
    environment: (name) => environment[name],
  }
  const credential = new ClientAssertionCredential(
    options.tenantId ?? HOME,
    CLIENT,
    (context) => {
      asked.push(context)
      return getAssertion(context)
    },
    { logger: (level, text) => log.push(`${level} ${text}`), ...options },
    {
      rules: { ...rightRules, ...rules },
      world,
      openTransport: () => ({ send, close: async () => {} }),
    },
  )
  return { credential, sent, asked, log, script: (...more) => void waiting.push(...more) }
}

/** A JSON answer. */
export function answer(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): HttpAnswer {
  return { status, headers, text: typeof body === 'string' ? body : JSON.stringify(body) }
}

/** The form of a token request. */
export function formOf(request: HttpRequest | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(request?.body))
}

/** An error of the operating system. */
export function systemError(code: string): Error {
  return Object.assign(new Error(`connect ${code} 203.0.113.1:443`), { code })
}

/** Never answers, and does not listen to its signal either. */
export function hang(): Promise<HttpAnswer> {
  return new Promise(() => {})
}

/** The error that a promise rejects with; fails when it does not. */
export async function rejection(promise: Promise<unknown>): Promise<Error> {
  try {
    await promise
  } catch (error) {
    if (error instanceof Error) return error
    throw error
  }
  throw new Error('expected a rejection, received a value')
}

function scriptedSend(
  sent: HttpRequest[],
  waiting: ScriptedReply[],
  members: Readonly<Record<string, unknown>> = {},
): Send {
  let tokens = 0
  return async (request, signal) => {
    sent.push(request)
    const reply = waiting.shift()
    if (reply instanceof Error) throw reply
    if (typeof reply === 'function') return await reply(request, signal)
    if (reply) return reply
    tokens += 1
    return answer(200, {
      token_type: 'Bearer',
      expires_in: 3599,
      access_token: `token-${tokens}`,
      ...members,
    })
  }
}
