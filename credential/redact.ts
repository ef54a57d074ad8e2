const MARK = '<redacted>'
/** A piece of a secret this long counts as the secret. */
const FRAGMENT = 16
/** Nothing shorter is looked for: it would tear holes into ordinary words. */
const SHORTEST = 6
const LONGEST_TEXT = 4000
/** The compact form of a JWT (RFC 7519 §3): the base64url of `{"` begins with `eyJ`. */
const JWT = /eyJ[\w-]{8,}(?:\.[\w-]*){0,4}/g
// eslint-disable-next-line no-control-regex -- control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]+/g

/** Text of somebody else, fit for an error message: on one line, without these secrets, and without anything like a JWT. */
export function redact(text: string, secrets: readonly string[]): string {
  const short = text.slice(0, LONGEST_TEXT)
  const without = secrets.flatMap(forms).reduce(cut, short)
  return without.replaceAll(JWT, MARK).replaceAll(CONTROL, ' ')
}

/** How a secret may be written: as it is, in a URL, in a form, in JSON, in base64. */
function forms(secret: string): readonly string[] {
  const bytes = Buffer.from(secret)
  const all = [
    secret,
    encodeURIComponent(secret.toWellFormed()),
    new URLSearchParams([['', secret]]).toString().slice(1),
    JSON.stringify(secret).slice(1, -1),
    bytes.toString('base64'),
    bytes.toString('base64url'),
  ]
  return [...new Set(all)].filter((form) => form.length >= SHORTEST)
}

function cut(text: string, secret: string): string {
  if (secret.length < FRAGMENT) return text.replaceAll(secret, MARK)
  let out = ''
  for (let at = 0; at < text.length;) {
    const length = overlap(text, at, secret)
    out += length > 0 ? MARK : text.charAt(at)
    at += Math.max(length, 1)
  }
  return out
}

/** How much of the text from here on is a piece of the secret; 0 when it is shorter than a fragment. */
function overlap(text: string, at: number, secret: string): number {
  let length = FRAGMENT
  if (at + length > text.length || !secret.includes(text.slice(at, at + length))) return 0
  while (at + length < text.length && secret.includes(text.slice(at, at + length + 1))) length += 1
  return length
}
