import { renderValue } from './render-value.ts'
import { isOperator, type Pattern } from './scenario/pattern.ts'

/** What `$contains` expects, in words. */
export function containing(operand: Pattern): string {
  return `something that contains ${describePattern(operand)}`
}

/** A pattern in words as far as it is an operator, else as JSON. */
export function describePattern(pattern: Pattern): string {
  if (!isObject(pattern) || !hasOperator(pattern)) return renderValue(pattern)
  const { $match, $contains, $present, $absent } = pattern
  if ($match !== undefined) return `a text that matches ${renderRegExp(String($match))}`
  if ($contains !== undefined) return containing($contains)
  if ($present !== undefined) return 'something'
  return $absent === undefined ? renderValue(pattern) : 'nothing'
}

/** The operand of `$match` as a person writes regular expressions. */
export function renderRegExp(text: string): string {
  return text.startsWith('/') ? text : `/${text}/`
}

/** Whether a pattern has an operator among its members. */
export function hasOperator(pattern: object): boolean {
  return Object.keys(pattern).some(isOperator)
}

/** Whether a value has members: it is neither a list nor null. */
export function isObject(value: unknown): value is Readonly<Record<string, Pattern>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
