import { type Chance, createChance, renderGuid } from './chance.ts'
import { type Form, readForm } from './form.ts'
import { type Route, readRoute } from './route.ts'
import type { AuthorityState } from './state.ts'

/** One request as the endpoints read it. */
export interface ReceivedRequest {
  /** The number of its exchange. */
  readonly n: number
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  readonly route: Route
  /** Null when the content type is none of a form, or the body is empty or too much. */
  readonly form: Form | null
  readonly body: string
  /** Another for each exchange, so that parallel requests do not depend on each other's order. */
  readonly chance: Chance
  /** `x-ms-request-id`, and `trace_id` of an error. */
  readonly traceId: string
  /** 16 bytes, of which `traceId` is the text. */
  readonly traceBytes: Buffer
  readonly correlationId: string
}

/** Reads the whole request. A body that breaks off counts as what came of it: nothing. */
export async function receiveRequest(
  request: Request,
  n: number,
  state: AuthorityState,
): Promise<ReceivedRequest> {
  const url = new URL(request.url)
  const body = await request.text().catch(() => '')
  const { headers, method } = request
  const isForm = body !== '' && isFormType(headers.get('content-type'))
  const form = isForm && !isTooMuch(body) ? readForm(body) : null
  const chance = createChance(`${state.seed}/exchange/${n}`)
  const traceBytes = Buffer.from(chance.bytes(16).fill(0, 15))
  return {
    n,
    method,
    url,
    headers,
    form,
    body,
    chance,
    traceBytes,
    traceId: renderGuid(traceBytes),
    correlationId: sentCorrelationId(url, headers, form) ?? chance.guid(),
    route: readRoute(method, url, state),
  }
}

/** More than any client sends. */
const LONGEST_BODY = 1_000_000
const MOST_PARAMETERS = 1000

/** Whether a body is longer, or has more parameters, than is read. */
export function isTooMuch(body: string): boolean {
  if (body.length > LONGEST_BODY) return true
  return body.split('&', MOST_PARAMETERS + 1).length > MOST_PARAMETERS
}

function isFormType(contentType: string | null): boolean {
  return /^\s*application\/x-www-form-urlencoded\s*(;|$)/i.test(contentType ?? '')
}

const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** SDKs send it in the query, a header or the body, and Azure's pipelines in a header of their own. */
function sentCorrelationId(url: URL, headers: Headers, form: Form | null): string | undefined {
  const sent = [
    url.searchParams.get('client-request-id'),
    headers.get('client-request-id'),
    form?.values.get('client-request-id'),
    headers.get('x-ms-client-request-id'),
  ]
  return sent.find((value): value is string => GUID.test(value ?? ''))
}
