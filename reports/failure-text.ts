import type { CheckEvent, ExchangeEvent } from './events.ts'
import { shorten } from './escape.ts'
import type { Paint } from './paint.ts'
import { abbreviate } from './wire-text.ts'

/** From so many checks on, failures with the same message are shown once. */
const GROUP_FROM = 5

/** A check that a person has to look at, and what belongs to it. */
export interface Failure {
  readonly check: CheckEvent
  /** The exchanges of its step. */
  readonly exchanges: readonly ExchangeEvent[]
  /** The last line that the subject wrote to stderr in this scenario. */
  readonly stderr: string | undefined
  /** Addresses of other checks with the same message. */
  readonly same: readonly string[]
}

/** Whether a check has to be looked at: it failed and is not excused, broke, or the baseline is wrong about it. */
export function isFailure({ verdict, standing }: CheckEvent): boolean {
  switch (standing) {
    case 'known-failure':
    case 'flaky':
      return false
    case 'fixed':
    case 'stale':
    case 'new-failure':
    case 'expired':
    case 'changed':
      return true
    case 'ok':
    case 'not-scored':
      return verdict === 'fail' || verdict === 'error'
  }
}

/** Puts failures with the same message together where there are many of them. */
export function groupFailures(failures: readonly Failure[]): readonly Failure[] {
  const groups = Map.groupBy(failures, ({ check }) =>
    JSON.stringify([check.standing, check.message ?? check.address]),
  )
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group
    if (first === undefined || group.length < GROUP_FROM) return group
    return [{ ...first, same: others.map(({ check }) => check.address) }]
  })
}

/** One failure in at most twelve lines: what was claimed, what was expected, what came, and how to see it again. */
export function failureText(failure: Failure, number: number, paint: Paint): string {
  const { check } = failure
  return [
    heading(check, number, paint),
    ...labelled(check.statement === null ? [] : [`"${check.statement}"`]),
    ...labelled([`step ${check.step}  ${check.doing}`]),
    '',
    ...trouble(check, paint),
    '',
    ...evidence(failure, paint),
    `   ${paint.dim('again')} ${check.again}`,
  ].join('\n')
}

function heading(check: CheckEvent, number: number, paint: Paint): string {
  const left = `${number}) ${check.address}`
  const right = [check.level, check.requirement ?? 'precondition'].filter(Boolean).join(' ')
  const gap = ' '.repeat(Math.max(2, 78 - left.length - right.length))
  return `${paint.bold(left)}${gap}${right}`
}

function labelled(lines: readonly string[]): readonly string[] {
  return lines.map((line) => `   ${shorten(line, 110)}`)
}

function trouble(check: CheckEvent, paint: Paint): readonly string[] {
  switch (check.standing) {
    case 'fixed':
      return [`     ${paint.good('passes')}, although the baseline lists it: remove the entry`]
    case 'stale':
      return [
        `     was not measured (${check.verdict}), although the baseline lists it: remove the entry`,
      ]
    case 'changed':
    case 'expired':
    case 'ok':
    case 'new-failure':
    case 'known-failure':
    case 'flaky':
    case 'not-scored':
      return check.verdict === 'error' ? unmeasured(check, paint) : difference(check, paint)
  }
}

function unmeasured({ message, blame }: CheckEvent, paint: Paint): readonly string[] {
  return [
    `     ${paint.bad('could not be measured')}  ${shorten(message ?? '', 200)}`,
    `     ${paint.bad('blame')}  ${blame ?? 'harness'}`,
  ]
}

function difference(check: CheckEvent, paint: Paint): readonly string[] {
  const [first, ...others] = check.differences ?? []
  if (first === undefined) return [`     ${paint.bad(shorten(check.message ?? '', 200))}`]
  const more =
    others.length === 0
      ? ''
      : paint.dim(
          `  (and ${others.length} more ${others.length === 1 ? 'difference' : 'differences'})`,
        )
  return [
    `     ${paint.good('expected')}  ${first.where}  ${shorten(first.expected, 200)}`,
    `     ${paint.bad('received')}  ${first.where}  ${shorten(first.received, 200)}${more}`,
  ]
}

function evidence(failure: Failure, paint: Paint): readonly string[] {
  const { check, exchanges, stderr, same } = failure
  const wire = abbreviate(exchanges, 2).map(
    (line, index) => `   ${index === 0 ? paint.dim('wire') : '    '}  ${line}`,
  )
  return [
    ...wire,
    ...(stderr === undefined ? [] : [`   ${paint.dim('stderr')} ${shorten(stderr, 110)}`]),
    ...(same.length > 0 ? [sameCause(same, paint)] : sourceLine(check, paint)),
  ]
}

function sourceLine(check: CheckEvent, paint: Paint): readonly string[] {
  const standing = STANDINGS[check.standing]
  const parts = [
    check.source === null ? '' : `${paint.dim('source')} ${check.source}`,
    check.grade === null ? '' : `${paint.dim('grade')} ${check.grade}`,
    standing,
  ].filter((part) => part !== '')
  return parts.length === 0 ? [] : [`   ${parts.join(' · ')}`]
}

function sameCause(same: readonly string[], paint: Paint): string {
  const shown = same.slice(0, 3).join(', ')
  const more = same.length > 3 ? `, and ${same.length - 3} more` : ''
  return `   ${paint.dim('same cause')} ${same.length + 1} checks, also ${shown}${more}`
}

const STANDINGS: Readonly<Record<CheckEvent['standing'], string>> = {
  ok: '',
  'new-failure': '',
  'known-failure': 'known failure',
  fixed: '',
  stale: '',
  flaky: 'flaky',
  expired: 'its baseline entry has expired',
  changed: 'the baseline expects another message',
  'not-scored': 'SHOULD, not scored',
}
