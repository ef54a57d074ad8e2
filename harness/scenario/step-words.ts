import { didYouMean } from '../did-you-mean.ts'
import type { FileIssue } from '../describe-issues.ts'
import { notYetPlayed, stepKinds } from './schema.ts'

const KINDS = Object.keys(stepKinds)
const BESIDE = ['as', 'expect']

/** Steps that do not say which one thing they do, and words of the design that this version does not play. */
export function stepWordIssues(file: unknown): readonly FileIssue[] {
  const steps = member(file, 'steps')
  if (!Array.isArray(steps)) return []
  return steps.flatMap((step: unknown, index) => [
    ...kindIssues(step, ['steps', index]),
    ...recordIssues(step, ['steps', index]),
  ])
}

function kindIssues(step: unknown, path: readonly PropertyKey[]): readonly FileIssue[] {
  if (!isMapping(step)) return []
  const words = Object.keys(step)
  const later = words.find((word) => notYetPlayed.steps.some((name) => name === word))
  if (later !== undefined) {
    return [{ path: [...path, later], part: 'key', message: notPlayed('step', later) }]
  }
  const kinds = words.filter((word) => Object.hasOwn(stepKinds, word))
  if (kinds.length === 1) return []
  if (kinds.length > 1) {
    const message = `a step does one thing, and "${kinds[0]}" is there already; make "${kinds[1]}" a step of its own`
    return [{ path: [...path, kinds[1] ?? ''], part: 'key', message }]
  }
  const unknown = words.find((word) => !BESIDE.includes(word))
  return unknown === undefined
    ? [
        {
          path,
          part: 'value',
          message: `this step does nothing; a step is one of ${KINDS.join(', ')}`,
        },
      ]
    : [{ path: [...path, unknown], part: 'key', message: unknownKind(unknown) }]
}

function unknownKind(word: string): string {
  return `"${word}" is not one of ${KINDS.join(', ')}${didYouMean(word, KINDS)}`
}

function recordIssues(step: unknown, path: readonly PropertyKey[]): readonly FileIssue[] {
  const checks = member(step, 'expect')
  if (!isMapping(checks)) return []
  return Object.entries(checks).flatMap(([name, check]) =>
    notYetPlayed.expectations
      .filter((word) => isMapping(check) && Object.hasOwn(check, word))
      .map((word) => ({
        path: [...path, 'expect', name, word],
        part: 'key' as const,
        message: notPlayed('expectation', word),
      })),
  )
}

function notPlayed(what: string, word: string): string {
  return `the ${what} "${word}" is not played by this version; leave it out`
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function member(value: unknown, name: string): unknown {
  return isMapping(value) && Object.hasOwn(value, name) ? value[name] : undefined
}
