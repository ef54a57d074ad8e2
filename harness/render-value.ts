const LONGEST = 200

/** A value in one line of at most 200 characters: JSON where it has a JSON form. Never throws. */
export function renderValue(value: unknown): string {
  return shorten(textOf(value))
}

/** At most 200 characters of a text. */
export function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`
}

/** `wire[0].form.claims`, `headers["content-type"]` */
export function memberPath(where: string, key: string | number): string {
  if (typeof key === 'number') return `${where}[${key}]`
  if (/^[A-Za-z_]\w*$/.test(key)) return where === '' ? key : `${where}.${key}`
  return `${where}[${JSON.stringify(key)}]`
}

function textOf(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'number') return String(value)
  try {
    return JSON.stringify(value) ?? `a ${typeof value}`
  } catch {
    // Cycles, bigints and hostile getters have no JSON form, and a report needs a line all the same.
    return `a ${typeof value} without a JSON form`
  }
}
