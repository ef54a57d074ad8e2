import { inspect } from 'node:util'
import type { Authority } from '../../mock-authority/authority.ts'
import type { Outcome, ReceivedError, ReceivedToken } from '../observation.ts'
import { classifyError } from '../classify-error.ts'
import { type ErrorKind, errorKinds } from '../subject.ts'

/** What turns values of the subject into records without secrets. Milliseconds are of the virtual clock. */
export interface Receiver {
  readonly authority: Authority
  readonly startMs: number
  now(): number
  classify(error: unknown): ErrorKind
  /** The label of a token that the authority did not issue: the same for the same token. */
  foreignLabel(token: string): string
}

/** Reads what `getToken` resolved with. */
export function receiveToken(value: unknown, receiver: Receiver): Outcome {
  const { labels } = receiver.authority
  try {
    if (isAccessToken(value)) return { outcome: 'token', token: recordToken(value, receiver) }
    return { outcome: 'garbage', received: labels.redact(show(value)) }
  } catch (error) {
    return {
      outcome: 'garbage',
      received: `a value that throws when it is read: ${labels.redact(cut(read('message')(error)))}`,
    }
  }
}

interface AccessTokenLike {
  readonly token: string
  readonly expiresOnTimestamp: number
  readonly refreshAfterTimestamp?: unknown
  readonly tokenType?: unknown
}

function isAccessToken(value: unknown): value is AccessTokenLike {
  if (typeof value !== 'object' || value === null) return false
  const { token, expiresOnTimestamp } = value as Partial<Record<keyof AccessTokenLike, unknown>>
  return (
    typeof token === 'string' &&
    token !== '' &&
    typeof expiresOnTimestamp === 'number' &&
    Number.isFinite(expiresOnTimestamp)
  )
}

function recordToken(value: AccessTokenLike, receiver: Receiver): ReceivedToken {
  const { authority, startMs } = receiver
  const { labels } = authority
  const now = receiver.now()
  const { refreshAfterTimestamp, tokenType } = value
  return {
    label: labels.labelOf(value.token) ?? receiver.foreignLabel(value.token),
    issued: authority.issued(value.token) ?? null,
    expiresIn: (value.expiresOnTimestamp - now) / 1000,
    expiresAt: (value.expiresOnTimestamp - startMs) / 1000,
    refreshIn:
      typeof refreshAfterTimestamp === 'number' ? (refreshAfterTimestamp - now) / 1000 : null,
    tokenType: typeof tokenType === 'string' ? labels.redact(tokenType) : null,
  }
}

/** Reads what a call rejected with, whatever it is. */
export function receiveError(error: unknown, receiver: Receiver): Outcome {
  const { labels } = receiver.authority
  const chain = causes(error)
  const text = [...chain.map(read('message')), show(error), json(error)].join('\n')
  const first =
    <Value>(...names: readonly string[]) =>
    (is: (value: unknown) => value is Value): Value | null =>
      chain.flatMap((link) => names.map((name) => property(link, name))).find(is) ?? null
  const code = first<string>('code', 'errorCode')(isText)
  const record: ReceivedError = {
    kind: receiver.classify(error),
    name: read('name')(error) || typeof error,
    message: labels.redact(read('message')(error) || show(error)),
    code: code === null ? null : labels.redact(code),
    status: first<number>('status', 'statusCode')(isNumber),
    aadsts: first<number>('aadsts')(isNumber) ?? aadstsIn(text),
    correlationId: first<string>('correlationId', 'correlation_id')(isText),
    claims: first<string>('claims')(isText),
    cause: chain.slice(1).map((link) => labels.redact(read('message')(link) || show(link))),
    leaks: labels.leaks(text),
  }
  return { outcome: 'error', error: record }
}

/** The default classification where a subject has none, kept from throwing. */
export function classifier(
  own: ((error: unknown) => ErrorKind) | undefined,
): (error: unknown) => ErrorKind {
  return (error) => {
    try {
      const kind = own ? own(error) : classifyError(error)
      return errorKinds.includes(kind) ? kind : 'other'
    } catch {
      return 'other'
    }
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== ''
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number'
}

function aadstsIn(text: string): number | null {
  const match = /AADSTS(\d{4,8})/.exec(text)
  return match ? Number(match[1]) : null
}

/** The error and its causes, nearest first; a circle ends it. */
function causes(error: unknown): readonly unknown[] {
  const chain: unknown[] = []
  for (
    let link = error;
    link !== undefined && link !== null && !chain.includes(link) && chain.length < 10;
  ) {
    chain.push(link)
    link = property(link, 'cause')
  }
  return chain
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined
  try {
    return (value as Record<string, unknown>)[name]
  } catch {
    return undefined
  }
}

function read(name: string): (value: unknown) => string {
  return (value) => {
    const text = property(value, name)
    return typeof text === 'string' ? cut(text) : ''
  }
}

/** Nobody reads more of a text, and a text without end must not keep the harness from its work. */
const LONGEST = 200_000

function cut(text: string): string {
  return text.slice(0, LONGEST)
}

/** All that a log would show of a value: message, stack, own properties, causes. */
function show(value: unknown): string {
  try {
    return cut(
      inspect(value, {
        depth: 6,
        maxStringLength: LONGEST,
        maxArrayLength: 1000,
        breakLength: Infinity,
      }),
    )
  } catch {
    return 'a value that cannot be shown'
  }
}

function json(value: unknown): string {
  try {
    return cut(JSON.stringify(value) ?? '')
  } catch {
    return ''
  }
}
