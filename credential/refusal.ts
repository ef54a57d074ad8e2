import { AuthenticationError } from './errors.ts'
import type { HttpAnswer } from './http.ts'
import { redact } from './redact.ts'

/** What must not stand in an error, and by what the authority can find the request. */
export interface Confidence {
  readonly secrets: readonly string[]
  readonly correlationId: string
}

type JsonObject = Readonly<Record<string, unknown>>

const TROUBLESHOOTING = 'https://aka.ms/azsdk/js/identity/troubleshoot'

/** The body of an answer as a JSON object; undefined for everything else. */
export function readJsonObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? { ...value }
      : undefined
  } catch {
    return undefined
  }
}

/** RFC 6749 §5.2 and Entra's envelope: an answer that refuses. Says what the authority said, and nothing of the body else. */
export function readRefusal(answer: HttpAnswer, confidence: Confidence): AuthenticationError {
  const body = readJsonObject(answer.text)
  if (typeof body?.['error'] !== 'string' || body['error'] === '')
    return malformed(answer, confidence)
  const clean = cleaner(body, confidence)
  const description = clean('error_description') ?? ''
  const code = clean('error')
  const correlationId = readId(body['correlation_id']) ?? confidence.correlationId
  const traceId = readId(body['trace_id'])
  const facts = { code, aadsts: readAadsts(body), status: answer.status, correlationId, traceId }
  const ids = `correlation id ${correlationId}${traceId ? `, trace id ${traceId}` : ''}`
  return new AuthenticationError(
    `${code} (HTTP ${answer.status}): ${description} [${ids}] See ${TROUBLESHOOTING}`,
    { ...facts, claims: clean('claims') },
  )
}

/** An answer that is neither a token nor a refusal. Its body is not quoted: it may hold a token. */
export function malformed(
  answer: HttpAnswer,
  confidence: Confidence,
  what?: string,
): AuthenticationError {
  const { correlationId } = confidence
  const problem = what ?? describeBody(answer)
  return new AuthenticationError(
    `the authority answered HTTP ${answer.status} with ${problem} [correlation id ${correlationId}]`,
    { code: 'invalid_response', status: answer.status, correlationId },
  )
}

function describeBody({ status, text }: HttpAnswer): string {
  if (status >= 300 && status < 400) return 'a redirect, which is not followed'
  if (text.trim() === '') return 'an empty body'
  return readJsonObject(text) ? 'JSON that has no "error"' : 'a body that is no JSON object'
}

/** Reads a text member without the secrets of the request and without the tokens of the answer itself. */
function cleaner(body: JsonObject, confidence: Confidence): (name: string) => string | undefined {
  const tokens = ['access_token', 'refresh_token', 'id_token'].map((name) => body[name])
  const secrets = [...confidence.secrets, ...tokens.filter((token) => typeof token === 'string')]
  return (name) => {
    const value = body[name]
    return typeof value === 'string' && value !== '' ? redact(value, secrets) : undefined
  }
}

/** Trace and correlation ids are GUIDs; what is none may be anything, and is left out. */
function readId(value: unknown): string | undefined {
  return typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
    ? value
    : undefined
}

function readAadsts(body: JsonObject): number | undefined {
  const [code]: readonly unknown[] = Array.isArray(body['error_codes']) ? body['error_codes'] : []
  if (Number.isSafeInteger(Number(code)) && Number(code) > 0) return Number(code)
  const named = /AADSTS(\d{4,9})/.exec(String(body['error_description']))
  return named ? Number(named[1]) : undefined
}
