import type { z } from 'zod'
import { didYouMean } from './did-you-mean.ts'
import { nearestIssues } from './nearest-issues.ts'
import type { YamlPath } from './read-yaml.ts'
import { keysAt } from './schema-keys.ts'

/** One thing that is wrong in a file: where, and what would be right. */
export interface FileIssue {
  readonly path: YamlPath
  readonly part: 'key' | 'value'
  readonly message: string
}

type ZodIssue = z.core.$ZodIssue

/** Zod's issues in our words. A value that may be several things is reported as the one it is most like. */
export function describeIssues(
  error: z.core.$ZodError,
  schema: z.core.$ZodType,
  value: unknown,
): readonly FileIssue[] {
  const issues = error.issues.flatMap((issue) => nearestIssues(issue, []))
  return issues
    .filter((issue) => !followsFromUnknownKey(issue, issues))
    .flatMap((issue) => describe(issue, schema, valueAt(value, issue.path)))
}

/** A misspelt key is missing under its right name as well, which is not to be said again. */
function followsFromUnknownKey(issue: ZodIssue, issues: readonly ZodIssue[]): boolean {
  if (issue.code !== 'custom' || issue.params) return false
  const path = issue.path.join('.')
  return issues.some((one) => one.code === 'unrecognized_keys' && one.path.join('.') === path)
}

function describe(issue: ZodIssue, schema: z.core.$ZodType, value: unknown): readonly FileIssue[] {
  const { path } = issue
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(schema, path)
    return issue.keys.map((key) => ({
      path: [...path, key],
      part: 'key',
      message: `"${key}" is not one of ${known.join(', ')}${didYouMean(key, known)}`,
    }))
  }
  if (issue.code === 'custom' || issue.code === 'invalid_key') {
    return [{ path, part: 'key', message: keyMessage(issue) }]
  }
  return [{ path, part: 'value', message: valueMessage(issue, value) }]
}

function keyMessage(issue: z.core.$ZodIssueCustom | z.core.$ZodIssueInvalidKey): string {
  const key = quoted(issue.path.at(-1))
  if (issue.code === 'invalid_key') return `${key}: ${issue.issues[0]?.message ?? issue.message}`
  const { unknown, known } = issue.params ?? {}
  if (typeof unknown !== 'string' || !Array.isArray(known)) return issue.message
  const words = known.map(String)
  return `"${unknown}" is not one of ${words.join(', ')}${didYouMean(unknown, words)}`
}

function valueMessage(issue: ZodIssue, value: unknown): string {
  const name = memberName(issue.path)
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined
        ? `${name} is missing`
        : `${name} ${isNow(value)}; ${expectedType(issue)} would be right`
    case 'invalid_union':
      return `${name} ${isNow(value)}; ${unionTypes(issue)}`
    case 'invalid_value':
      return wordMessage(issue.values.map(String), value, name)
    case 'invalid_format':
      return `${name} ${isNow(value)}; ${issue.message}`
    case 'too_small':
      return `${name} ${isNow(value)}; at least ${amount(issue.minimum, issue.origin)} would be right`
    case 'too_big':
      return `${name} ${isNow(value)}; at most ${amount(issue.maximum, issue.origin)} would be right`
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'not_multiple_of':
    case 'unrecognized_keys':
      return `${name} ${isNow(value)}; ${issue.message}`
  }
}

function wordMessage(words: readonly string[], value: unknown, name: string): string {
  if (value === undefined) return `${name} is missing; it is ${oneOf(words)}`
  if (typeof value !== 'string') return `${name} ${isNow(value)}; ${oneOf(words)} would be right`
  return `"${value}" is not ${words.length === 1 ? '' : 'one of '}${words.join(', ')}${didYouMean(value, words)}`
}

function oneOf(words: readonly string[]): string {
  return words.length === 1 ? (words[0] ?? '') : `one of ${words.join(', ')}`
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping',
  record: 'a mapping',
}

/** What the schema says it takes, where it says so in our words. */
function expectedType({ expected, message }: z.core.$ZodIssueInvalidType): string {
  return message.startsWith('Invalid input') ? (TYPES[expected] ?? expected) : message
}

function unionTypes(issue: z.core.$ZodIssueInvalidUnion): string {
  const types = issue.errors.flatMap((branch) =>
    branch.flatMap((one) => (one.code === 'invalid_type' ? [expectedType(one)] : [])),
  )
  return types.length === 0
    ? 'another value would be right'
    : `${[...new Set(types)].join(' or ')} would be right`
}

function amount(count: number | bigint, origin: string): string {
  const unit = origin === 'string' ? 'character' : origin === 'array' ? 'item' : undefined
  if (unit === undefined) return String(count)
  return `${count} ${unit}${Number(count) === 1 ? '' : 's'}`
}

function memberName(path: YamlPath): string {
  const last = path.at(-1)
  if (last === undefined) return 'the file'
  return typeof last === 'number'
    ? `item ${last + 1} of ${memberName(path.slice(0, -1))}`
    : quoted(last)
}

function quoted(key: PropertyKey | undefined): string {
  return `"${String(key ?? '')}"`
}

function isNow(value: unknown): string {
  if (value === null || value === undefined) return 'is empty'
  if (Array.isArray(value)) return 'is a list'
  if (typeof value === 'object') return 'is a mapping'
  const text = JSON.stringify(value) ?? String(value)
  return `is ${text.length > 60 ? `${text.slice(0, 57)}…` : text}`
}

function valueAt(value: unknown, path: YamlPath): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Readonly<Record<PropertyKey, unknown>>)[key]
        : undefined,
    value,
  )
}
