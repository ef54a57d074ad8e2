/** One way in which a secret can stand in a text. */
export interface SecretForm {
  readonly text: string
  /** Where it begins to be secret: the header of a JWT is not. */
  readonly from: number
}

/** RFC 7515 §3.1: three segments, of which the first says only how the second was signed. */
const JWT = /^[\w-]+\.[\w-]+\.[\w-]*$/

/** A secret as it is, and URL-, JSON- and base64-encoded. */
export function secretForms(secret: string): readonly SecretForm[] {
  const header = JWT.test(secret) ? secret.indexOf('.') + 1 : 0
  const plain = new Set([
    secret,
    encodeURIComponent(secret.toWellFormed()),
    new URLSearchParams({ '': secret }).toString().slice(1),
    JSON.stringify(secret).slice(1, -1),
    escapeNonAscii(JSON.stringify(secret).slice(1, -1)),
  ])
  return [
    ...[...plain].map((text) => ({ text, from: text.startsWith(secret) ? header : 0 })),
    ...base64Forms(secret.slice(header)).map((text) => ({ text, from: 0 })),
  ]
}

function escapeNonAscii(text: string): string {
  return text.replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

/** RFC 4648 §4 and §5: what the characters become depends on where among three bytes they begin. */
function base64Forms(secret: string): readonly string[] {
  const bytes = Buffer.from(secret)
  const texts = [0, 1, 2].flatMap((offset) => {
    const shifted = Buffer.concat([Buffer.alloc(offset), bytes])
    // Characters at the edges hold bits of their neighbours too.
    const from = Math.ceil((offset * 8) / 6)
    const to = Math.floor((shifted.length * 8) / 6)
    return [
      shifted.toString('base64').slice(from, to),
      shifted.toString('base64url').slice(from, to),
    ]
  })
  return [...new Set(texts)]
}
