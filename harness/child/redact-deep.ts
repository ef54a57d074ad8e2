import type { Labels } from '../../mock-authority/labels.ts'

/** Members whose value is always one of our own words: a secret may be the same word. */
const OURS: ReadonlySet<string> = new Set([
  'say',
  'outcome',
  'verdict',
  'blame',
  'from',
  'endpoint',
])

/** The same value with every text in it redacted. For plain data. */
export function redactDeep<Value>(value: Value, labels: Pick<Labels, 'redact'>): Value {
  return redacted(value, labels) as Value
}

function redacted(value: unknown, labels: Pick<Labels, 'redact'>): unknown {
  if (typeof value === 'string') return labels.redact(value)
  if (Array.isArray(value)) return value.map((item) => redacted(item, labels))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) =>
      OURS.has(key) ? [key, member] : [labels.redact(key), redacted(member, labels)],
    ),
  )
}
