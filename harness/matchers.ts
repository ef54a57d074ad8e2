import type { Json } from '../mock-authority/reply.ts'
import type { DifferenceText } from '../reports/events.ts'
import {
  containing,
  describePattern,
  hasOperator,
  isObject,
  renderRegExp,
} from './describe-pattern.ts'
import { memberPath, renderValue } from './render-value.ts'
import { isOperator, type Operator, type Pattern, readRegExp } from './scenario/pattern.ts'

/** Where a value differs from a pattern; empty when it fits. Never throws. */
export function match(pattern: Pattern, value: unknown, where: string): readonly DifferenceText[] {
  if (isList(pattern)) return matchList(pattern, value, where)
  if (isObject(pattern)) return matchObject(pattern, value, where)
  return pattern === value ? [] : [difference(where, renderValue(pattern), value, pattern)]
}

function matchList(
  patterns: readonly Pattern[],
  value: unknown,
  where: string,
): readonly DifferenceText[] {
  if (!Array.isArray(value)) return [difference(where, `a list ${renderValue(patterns)}`, value)]
  if (value.length !== patterns.length) return [difference(where, renderValue(patterns), value)]
  return patterns.flatMap((one, index) => match(one, value[index], memberPath(where, index)))
}

function matchObject(
  pattern: Readonly<Record<string, Pattern>>,
  value: unknown,
  where: string,
): readonly DifferenceText[] {
  const members = Object.entries(pattern).filter(([name]) => !isOperator(name))
  const found = Object.entries(pattern).flatMap(([name, operand]) =>
    isOperator(name) ? apply(name, operand, value, where) : [],
  )
  if (members.length === 0 && hasOperator(pattern)) return found
  if (!isObject(value)) return [...found, difference(where, 'an object', value)]
  return [
    ...found,
    ...members.flatMap(([name, one]) => match(one, memberOf(value, name), memberPath(where, name))),
  ]
}

function apply(
  operator: Operator,
  operand: Json,
  value: unknown,
  where: string,
): readonly DifferenceText[] {
  switch (operator) {
    case '$match':
      return test(typeof value === 'string' && readRegExp(String(operand)).test(value), where, {
        expected: `a text that matches ${renderRegExp(String(operand))}`,
        value,
      })
    case '$contains':
      return test(contains(operand, value), where, { expected: containing(operand), value })
    case '$oneOf':
      return matchOneOf(isList(operand) ? operand : [operand], value, where)
    case '$absent':
      return test(isAbsent(value), where, { expected: 'nothing', value })
    case '$present':
      return test(!isAbsent(value), where, { expected: 'something', value })
    case '$json':
      return matchJson(operand, value, where)
    case '$gte':
      return test(typeof value === 'number' && value >= Number(operand), where, {
        expected: `at least ${String(operand)}`,
        value,
      })
    case '$lte':
      return test(typeof value === 'number' && value <= Number(operand), where, {
        expected: `at most ${String(operand)}`,
        value,
      })
    case '$not':
      return test(match(operand, value, where).length > 0, where, {
        expected: `not ${describePattern(operand)}`,
        value,
      })
  }
}

function matchOneOf(
  patterns: readonly Pattern[],
  value: unknown,
  where: string,
): readonly DifferenceText[] {
  const fits = patterns.some((one) => match(one, value, where).length === 0)
  return test(fits, where, {
    expected: `one of ${patterns.map(describePattern).join(', ')}`,
    value,
  })
}

function matchJson(pattern: Pattern, value: unknown, where: string): readonly DifferenceText[] {
  if (typeof value !== 'string') return [difference(where, 'a JSON text', value)]
  const decoded = decodeJson(value)
  return decoded ? match(pattern, decoded.value, where) : [difference(where, 'a JSON text', value)]
}

function decodeJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

function contains(operand: Pattern, value: unknown): boolean {
  if (typeof value === 'string') return typeof operand === 'string' && value.includes(operand)
  return Array.isArray(value) && value.some((item) => match(operand, item, '').length === 0)
}

function test(
  fits: boolean,
  where: string,
  { expected, value }: { readonly expected: string; readonly value: unknown },
): readonly DifferenceText[] {
  return fits ? [] : [difference(where, expected, value)]
}

function difference(
  where: string,
  expected: string,
  value: unknown,
  pattern?: Pattern,
): DifferenceText {
  return { where, expected, received: `${renderValue(value)}${typeHint(pattern, value)}` }
}

/** `3600` and `"3600"` look alike in a report. */
function typeHint(pattern: Pattern | undefined, value: unknown): string {
  if (pattern === undefined || pattern === null || isAbsent(value)) return ''
  const alike = typeof pattern !== typeof value && String(pattern) === textIfScalar(value)
  return alike ? ` (a ${typeof value}, not a ${typeof pattern})` : ''
}

function textIfScalar(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined
}

function isAbsent(value: unknown): boolean {
  return value === undefined || value === null
}

function memberOf(value: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined
}

function isList(pattern: Pattern): pattern is readonly Pattern[] {
  return Array.isArray(pattern)
}
