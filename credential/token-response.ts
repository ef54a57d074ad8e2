import type { HttpAnswer } from './http.ts'
import { malformed, readJsonObject, readRefusal, type Confidence } from './refusal.ts'
import type { Token } from './token.ts'

/** The latest moment a date can be, in milliseconds (ECMA-262 §21.4.1.1). */
const LATEST_MS = 8.64e15

/** RFC 6749 §5.1: a success answer as a token. Throws `AuthenticationError` for everything else. */
export function readToken(answer: HttpAnswer, receivedAtMs: number, confidence: Confidence): Token {
  const body = readJsonObject(answer.text)
  if (answer.status < 200 || answer.status > 299 || !body || hasError(body)) {
    throw readRefusal(answer, confidence)
  }
  const fail = (what: string): Error => malformed(answer, confidence, what)
  const { access_token: token, token_type: type = 'Bearer' } = body
  if (typeof token !== 'string' || token === '') throw fail('no usable "access_token"')
  if (String(type).toLowerCase() !== 'bearer') throw fail('a "token_type" other than Bearer')
  const expiresOnMs = readExpiry(body, receivedAtMs)
  if (expiresOnMs === undefined) throw fail('no usable "expires_in"')
  return { token, expiresOnMs, refreshAfterMs: readRefresh(body, receivedAtMs, expiresOnMs) }
}

/** RFC 6749 §5.2 knows `error` as a text only: null is as none. */
function hasError(body: Readonly<Record<string, unknown>>): boolean {
  return body['error'] !== undefined && body['error'] !== null
}

/** `expires_in` from now on, else `expires_on` since 1970: seconds, as a number or, as v1 endpoints write it, a text. */
function readExpiry(body: Readonly<Record<string, unknown>>, nowMs: number): number | undefined {
  const relative = body['expires_in'] !== undefined && body['expires_in'] !== null
  const seconds = readSeconds(relative ? body['expires_in'] : body['expires_on'])
  if (seconds === undefined) return undefined
  const ms = (relative ? nowMs : 0) + seconds * 1000
  return ms <= LATEST_MS ? ms : undefined
}

/** `refresh_in`, an extension of Entra. One that makes no sense is as none: it is only advice. */
function readRefresh(
  body: Readonly<Record<string, unknown>>,
  nowMs: number,
  expiresOnMs: number,
): number | undefined {
  const seconds = readSeconds(body['refresh_in'])
  if (!seconds) return undefined
  const ms = nowMs + seconds * 1000
  return ms < expiresOnMs ? ms : undefined
}

function readSeconds(value: unknown): number | undefined {
  const isText = typeof value === 'string' && /^\d+(\.\d+)?$/.test(value)
  if (typeof value !== 'number' && !isText) return undefined
  const seconds = Math.floor(Number(value))
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined
}
