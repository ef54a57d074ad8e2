import { z } from 'zod'
import type { Json } from '../../mock-authority/reply.ts'

/**
 * What a value is compared with: a scalar equals; an object matches on the members it names; a list matches by length and
 * item; else one operator.
 */
export type Pattern = Json

/** The operators, each with what its operand has to be. */
export const operators = {
  $match: 'a regular expression, "text" or "/text/flags"',
  $contains: 'a string, or a pattern that one item of the list fits',
  $oneOf: 'a list of patterns',
  $absent: 'true',
  $present: 'true',
  $json: 'a pattern for the decoded JSON text',
  $gte: 'a number',
  $lte: 'a number',
  $not: 'a pattern that must not fit',
} as const
export type Operator = keyof typeof operators

export function isOperator(name: string): name is Operator {
  return Object.hasOwn(operators, name)
}

/** `"/text/i"` and `"text"` as a regular expression; throws a SyntaxError for a bad one. */
export function readRegExp(text: string): RegExp {
  const match = /^\/(.+)\/([imsu]*)$/s.exec(text)
  return match ? new RegExp(match[1] ?? '', match[2]) : new RegExp(text)
}

const json: z.ZodType<Json> = z.lazy(() =>
  z.union([
    z.null(),
    z.boolean(),
    z.number(),
    z.string(),
    z.array(json),
    z.record(z.string(), json),
  ]),
)

/** Any pattern, with its operators checked. */
export const pattern = json.superRefine((value, context) => checkOperators(value, [], context))

function checkOperators(value: Json, path: PropertyKey[], context: z.RefinementCtx): void {
  if (Array.isArray(value)) {
    value.forEach((item: Json, index) => checkOperators(item, [...path, index], context))
    return
  }
  if (value === null || typeof value !== 'object') return
  for (const [key, operand] of Object.entries(value as Readonly<Record<string, Json>>)) {
    const problem = key.startsWith('$') ? operatorProblem(key, operand) : undefined
    if (problem) context.addIssue({ code: 'custom', path: [...path, key], ...problem })
    checkOperators(operand, [...path, key], context)
  }
}

function operatorProblem(
  name: string,
  operand: Json,
): { message: string; params?: Record<string, unknown> } | undefined {
  if (!isOperator(name)) {
    return { message: 'unknown operator', params: { unknown: name, known: Object.keys(operators) } }
  }
  return isOperand(name, operand)
    ? undefined
    : { message: `${name} takes ${operators[name]}, not ${JSON.stringify(operand)}` }
}

function isOperand(name: Operator, operand: Json): boolean {
  switch (name) {
    case '$match':
      return typeof operand === 'string' && isRegExp(operand)
    case '$oneOf':
      return Array.isArray(operand) && operand.length > 0
    case '$absent':
    case '$present':
      return operand === true
    case '$gte':
    case '$lte':
      return typeof operand === 'number'
    case '$contains':
    case '$json':
    case '$not':
      return true
  }
}

function isRegExp(text: string): boolean {
  try {
    readRegExp(text)
    return true
  } catch {
    return false
  }
}
