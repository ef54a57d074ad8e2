/** What a terminal may take as an order or show in another place: controls, bidirectional marks, invisible characters. */
const UNPRINTABLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}/gu

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/** One line of text that a terminal prints as it is: whatever a hostile subject wrote is seen, not obeyed. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, (found) => SHORT[found] ?? escaped(found))
}

/** JSON text in which the same characters stand as JSON's own escapes, so that its value does not change. */
export function printableJson(json: string): string {
  return json.replace(UNPRINTABLE, escaped)
}

/** At most `length` characters; what was cut is told by an ellipsis. */
export function shorten(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`
}

/** A value of JSON in which every text is printable. */
export function printableDeep<Value>(value: Value): Value {
  // The shape stays as it is: only texts are replaced by texts.
  return deep(value) as Value
}

function deep(value: unknown): unknown {
  if (typeof value === 'string') return printable(value)
  if (Array.isArray(value)) return value.map(deep)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [printable(key), deep(one)]))
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
