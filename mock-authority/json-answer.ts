import type { Json } from './reply.ts'

/** An answer before it is bytes, so that a reply can still amend it. */
export interface JsonAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Readonly<Record<string, Json>>
}

/** Compact JSON in UTF-8, as Entra sends it. */
export function renderJsonAnswer({ status, headers, body }: JsonAnswer): Response {
  return renderBytes(status, headers, Buffer.from(JSON.stringify(body)))
}

/** RFC 9110 §15: statuses that never have a content. */
const NO_CONTENT: ReadonlySet<number> = new Set([101, 103, 204, 205, 304])

/** A response with exactly these headers, and the length of its body. */
export function renderBytes(
  status: number,
  headers: Readonly<Record<string, string>>,
  body: Uint8Array<ArrayBuffer>,
): Response {
  if (NO_CONTENT.has(status)) return new Response(null, { status, headers })
  return new Response(body, {
    status,
    headers: { 'content-length': String(body.byteLength), ...headers },
  })
}
