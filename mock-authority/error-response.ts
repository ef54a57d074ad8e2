import { type Aadsts, readAadsts } from './aadsts.ts'
import { metadataHeaders, tokenHeaders } from './answer-headers.ts'
import type { JsonAnswer } from './json-answer.ts'
import type { ReceivedRequest } from './received-request.ts'
import type { Facts } from './refusal.ts'
import { requestFacts } from './request-facts.ts'
import type { Json } from './reply.ts'
import type { AuthorityState } from './state.ts'

/**
 * Entra's envelope of an error, key by key as recorded in 2025 and 2026.
 * A code that the table does not know is `invalid_request` with a text that says nothing more.
 */
export function errorResponse(
  code: number,
  facts: Facts,
  request: ReceivedRequest,
  state: AuthorityState,
): JsonAnswer {
  const row = readAadsts(code)
  const timestamp = renderTimestamp(state)
  const { traceId, correlationId, url } = request
  const message = renderMessage(row.message, { ...requestFacts(request, state), ...facts })
  return {
    status: row.status,
    headers: isMetadata(request)
      ? metadataHeaders(request, state.clock)
      : tokenHeaders(request, state.clock),
    body: {
      error: errorWord(code, row, request),
      error_description: `AADSTS${code}: ${message} Trace ID: ${traceId} Correlation ID: ${correlationId} Timestamp: ${timestamp}`,
      error_codes: [code],
      timestamp,
      trace_id: traceId,
      correlation_id: correlationId,
      ...(row.page !== false && { error_uri: `https://${url.host}/error?code=${code}` }),
      ...(row.suberror !== undefined && { suberror: row.suberror }),
      ...(row.suberror !== undefined && { claims: policyClaims(request) }),
    },
  }
}

/** Recorded 2021 to 2024: discovery calls an unknown tenant by a word of its own. */
function errorWord(code: number, row: Aadsts, request: ReceivedRequest): string {
  return code === 90002 && isMetadata(request) ? 'invalid_tenant' : row.error
}

function isMetadata({ route }: ReceivedRequest): boolean {
  return route.endpoint !== 'token'
}

/** `2026-08-13 21:24:29Z` */
function renderTimestamp({ clock }: AuthorityState): string {
  return new Date(clock.now() * 1000).toISOString().replace('T', ' ').replace(/\.\d+/, '')
}

/** Nobody reads more of a value than this. */
const LONGEST_FACT = 400

function renderMessage(template: string, facts: Facts): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) =>
    (facts[name] ?? '').slice(0, LONGEST_FACT),
  )
}

/** Conditional Access names its policy: a JSON text, to be sent back as the parameter `claims`. */
function policyClaims({ chance }: ReceivedRequest): Json {
  return JSON.stringify({
    access_token: { capolids: { essential: true, values: [chance.guid()] } },
  })
}
