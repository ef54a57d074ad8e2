/** The scopes of a call in the caller's order. Refuses a call that names none, before anything is sent. */
export function readScopes(scopes: unknown): readonly string[] {
  const list: unknown = typeof scopes === 'string' ? [scopes] : scopes
  if (!Array.isArray(list)) {
    throw new TypeError(
      'scopes: expected a string or a list of strings, such as "https://vault.azure.net/.default"',
    )
  }
  if (list.length === 0)
    throw new TypeError('scopes: expected at least one scope, and the list is empty')
  return list.flatMap(readScope)
}

/** RFC 6749 §3.3: a scope is a list of words separated by spaces, and their order does not matter. */
export function scopeSet(scopes: readonly string[]): ReadonlySet<string> {
  return new Set(scopes.map((scope) => scope.toLowerCase()))
}

/** One text for every way to write the same scopes. */
export function scopeKey(scopes: readonly string[]): string {
  return [...scopeSet(scopes)].toSorted().join(' ')
}

function readScope(scope: unknown): readonly string[] {
  if (typeof scope !== 'string')
    throw new TypeError(`scopes: expected strings, received ${typeof scope}`)
  const words = scope.split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) throw new TypeError('scopes: expected a scope, received a blank text')
  return words
}
