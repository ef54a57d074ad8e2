import type { Clock } from './clock.ts'
import type { ReceivedRequest } from './received-request.ts'

type Headers = Readonly<Record<string, string>>

/** The token endpoint, recorded 2021 to 2026: nothing may be stored. Cookies are left out, since no client reads them. */
export function tokenHeaders(request: ReceivedRequest, clock: Clock): Headers {
  return {
    'cache-control': 'no-store, no-cache',
    pragma: 'no-cache',
    'content-type': JSON_TYPE,
    expires: '-1',
    ...serverHeaders(request, clock),
    ...telemetryHeader(request),
    'x-ms-srs': '1.P',
  }
}

/** Discovery, recorded 2021 to 2024: may be stored for a day, and read from any origin. */
export function metadataHeaders(request: ReceivedRequest, clock: Clock): Headers {
  return {
    'cache-control': 'max-age=86400, private',
    'content-type': JSON_TYPE,
    'access-control-allow-origin': '*',
    'access-control-allow-methods': 'GET, OPTIONS',
    ...serverHeaders(request, clock),
    'x-ms-httpver': '1.1',
    'x-ms-srs': '1.P',
  }
}

/** RFC 9110 §5.6.7: a moment of the clock as HTTP writes it. */
export function renderHttpDate(clock: Clock): string {
  return new Date(clock.now() * 1000).toUTCString()
}

const JSON_TYPE = 'application/json; charset=utf-8'

function serverHeaders(request: ReceivedRequest, clock: Clock): Headers {
  const wantsId = request.headers.get('return-client-request-id') === 'true'
  return {
    'strict-transport-security': 'max-age=31536000; includeSubDomains',
    'x-content-type-options': 'nosniff',
    p3p: 'CP="DSP CUR OTPi IND OTRi ONL FIN"',
    ...(wantsId && { 'client-request-id': request.correlationId }),
    'x-ms-request-id': request.traceId,
    'x-ms-ests-server': '2.1.22000.4 - WUS2 ProdSlices',
    'x-xss-protection': '0',
    date: renderHttpDate(clock),
  }
}

/** Only clients that send telemetry are told how it went. */
function telemetryHeader({ headers, form }: ReceivedRequest): Headers {
  const name = 'x-client-current-telemetry'
  return headers.has(name) || form?.values.has(name) ? { 'x-ms-clitelem': '1,0,0,,' } : {}
}
