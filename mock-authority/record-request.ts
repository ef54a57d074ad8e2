import type { RecordedRequest } from './exchange.ts'
import type { Labels } from './labels.ts'
import { isTooMuch, type ReceivedRequest } from './received-request.ts'

/** A request as it may be kept: every secret is its label. */
export function recordRequest(request: ReceivedRequest, labels: Labels): RecordedRequest {
  const { method, url, headers, form, body } = request
  return {
    method,
    scheme: url.protocol.slice(0, -1),
    host: url.host,
    path: redact(url.pathname, labels),
    query: redactAll([...url.searchParams].toReversed(), labels),
    headers: recordHeaders(headers, labels),
    form: form && redactAll(form.values, labels),
    doubled: form?.doubled ?? [],
    body: form || body === '' ? null : recordBody(body, labels),
  }
}

/** A body that is too much to be read may hold secrets that nobody named. */
function recordBody(body: string, labels: Labels): string {
  return isTooMuch(body) ? `<${body.length} characters>` : redact(body, labels)
}

/** Headers as they may be kept. Names are in lower case already. */
export function recordHeaders(headers: Headers, labels: Labels): Readonly<Record<string, string>> {
  const hidden = [...headers].map(([name, value]) =>
    /^(proxy-)?authorization$/.test(name)
      ? ([name, hide(value, labels)] as const)
      : ([name, value] as const),
  )
  return redactAll(hidden, labels)
}

/** More than anybody reads in a report. */
const LONGEST_TEXT = 65_536

/** A text as it may be kept. */
export function redact(text: string, labels: Labels): string {
  const whole = labels.labelOf(text)
  if (whole !== undefined) return whole
  if (text.length <= LONGEST_TEXT) return labels.redact(text)
  return `${labels.redact(text.slice(0, LONGEST_TEXT))}… (${text.length} characters)`
}

function redactAll(
  entries: Iterable<readonly [string, string]>,
  labels: Labels,
): Readonly<Record<string, string>> {
  return Object.fromEntries([...entries].map(([name, value]) => [name, redact(value, labels)]))
}

/** RFC 9110 §11.6.2: the scheme stays, and the credentials only as a label. */
function hide(value: string, labels: Labels): string {
  const [scheme = '', ...rest] = value.split(' ')
  if (rest.length === 0) return labels.labelOf(value) ?? '<redacted>'
  return `${scheme} ${labels.labelOf(rest.join(' ').trim()) ?? '<redacted>'}`
}
