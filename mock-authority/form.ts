/** A decoded `application/x-www-form-urlencoded` body or query. */
export interface Form {
  /** The first value of each name. */
  readonly values: ReadonlyMap<string, string>
  /** Names that occur more than once. */
  readonly doubled: readonly string[]
  /** Every value of a name, the first included. */
  all(name: string): readonly string[]
  /** False where a percent sign is not followed by two hexadecimal digits. */
  readonly wellFormed: boolean
}

/** WHATWG URL §5.1: decodes what it can; what cannot be decoded stays as it is. */
export function readForm(text: string): Form {
  const parameters = new URLSearchParams(text)
  const values = new Map<string, string>()
  const doubled = new Set<string>()
  for (const [name, value] of parameters) {
    if (values.has(name)) doubled.add(name)
    else values.set(name, value)
  }
  return {
    values,
    doubled: [...doubled],
    all: (name) => parameters.getAll(name),
    wellFormed: !/%(?![\da-f]{2})/i.test(text),
  }
}
