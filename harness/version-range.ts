const COMPARATOR = /^(<=|>=|<|>|=)?(\d+)(?:\.(\d+))?(?:\.(\d+))?$/

/** Whether a text is a range as baselines write it: `<5`, `4.14.1`, `>=4.1 <4.15`. */
export function isVersionRange(text: string): boolean {
  return comparatorsOf(text).every((one) => COMPARATOR.test(one))
}

/** Whether a version is in a range. What no number says (`4.1` of 4.1.7) is not compared; a pre-release counts as its release. */
export function isInRange(version: string, range: string): boolean {
  const numbers = /^v?(\d+)(?:\.(\d+))?(?:\.(\d+))?/.exec(version)
  if (!numbers) return false
  const parts = numbers.slice(1).map((part) => Number(part ?? 0))
  return comparatorsOf(range).every((one) => fits(parts, one))
}

function comparatorsOf(range: string): readonly string[] {
  return range.trim().split(/\s+/)
}

function fits(version: readonly number[], comparator: string): boolean {
  const [, operator = '=', ...bound] = COMPARATOR.exec(comparator) ?? []
  const named = bound.filter((part) => part !== undefined).map(Number)
  const order = named.reduce((found, part, n) => found || (version[n] ?? 0) - part, 0)
  switch (operator) {
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '>':
      return order > 0
    case '>=':
      return order >= 0
    default:
      return order === 0 && named.length > 0
  }
}
