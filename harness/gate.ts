import type { ExitCode, Standing } from '../reports/events.ts'
import type { BaselineEntry } from './baseline.ts'
import { appliesTo, type GatedResult, type GateRules, standingOf } from './standing.ts'

/** What a run means. */
export interface Gate {
  /** In the order of the results. */
  readonly standings: readonly Standing[]
  readonly exit: ExitCode
  /** Lines about the baseline for people: entries to be removed, to be renewed, or soon to expire. */
  readonly notes: readonly string[]
}

/** Days before its expiry from which an entry is warned about. */
const WARNING_DAYS = 14

/** Of several exit codes, the one that is told first. */
const PRECEDENCE = [130, 3, 1, 2, 5, 4, 0] as const satisfies readonly ExitCode[]

/** Says what the verdicts of all subjects mean together. Pure. */
export function gate(results: readonly GatedResult[], rules: GateRules): Gate {
  const standings = results.map((result) => standingOf(result, rules))
  const codes = results.map((result, index) => exitOf(result, standings[index] ?? 'ok'))
  return {
    standings,
    exit: firstExit([
      ...codes,
      ...(results.some((result) => isLost(result, results)) ? ([1] as const) : []),
      ...(results.some(isMeasured) ? [] : ([4] as const)),
    ]),
    notes: rules.baseline.flatMap((entry) => notesOn(entry, results, standings, rules)),
  }
}

/** Of several exit codes, the one that the process ends with. */
export function firstExit(codes: readonly ExitCode[]): ExitCode {
  return PRECEDENCE.find((code) => codes.includes(code)) ?? 0
}

function exitOf({ verdict }: GatedResult, standing: Standing): ExitCode {
  if (verdict.verdict === 'error') return 2
  switch (standing) {
    case 'ok':
    case 'known-failure':
    case 'flaky':
    case 'not-scored':
      return 0
    case 'new-failure':
    case 'fixed':
    case 'expired':
    case 'changed':
    case 'stale':
      return 1
  }
}

/** A check that was not run although nothing else that was asked for says why. */
function isLost(
  { verdict, address, subject }: GatedResult,
  results: readonly GatedResult[],
): boolean {
  if (verdict.verdict !== 'not-run') return false
  const scenario = `${address.split(':')[0]}:`
  return !results.some(
    (other) =>
      other.subject.key === subject.key &&
      other.address.startsWith(scenario) &&
      ((other.verdict.verdict === 'fail' && other.verdict.incident === true) ||
        other.verdict.verdict === 'error'),
  )
}

/** A run in which no check came to an answer has checked nothing. */
function isMeasured({ verdict }: GatedResult): boolean {
  return verdict.verdict === 'pass' || verdict.verdict === 'fail' || verdict.verdict === 'error'
}

function notesOn(
  entry: BaselineEntry,
  results: readonly GatedResult[],
  standings: readonly Standing[],
  rules: GateRules,
): readonly string[] {
  const met = standings.filter((_standing, index) => {
    const result = results[index]
    return result !== undefined && appliesTo(entry, result, rules.os)
  })
  if (met.length === 0) return []
  const texts = [...new Set(met)].flatMap((standing) => standingNote(standing, entry))
  return [...texts, ...expiryNote(entry, rules.today)].map(
    (text) => `${entry.place}: "${entry.check}" ${text}`,
  )
}

function standingNote(standing: Standing, { expires }: BaselineEntry): readonly string[] {
  switch (standing) {
    case 'fixed':
      return ['passes now; remove the entry']
    case 'stale':
      return ['was not measured; remove the entry, or limit it with "subject" and "when"']
    case 'expired':
      return [`expired on ${expires}; mend the failure, or renew the entry with its reason`]
    case 'changed':
      return ['fails in another way now; look at it, then mend "message"']
    case 'ok':
    case 'new-failure':
    case 'known-failure':
    case 'flaky':
    case 'not-scored':
      return []
  }
}

function expiryNote({ expires }: BaselineEntry, today: string): readonly string[] {
  const days = Math.round((Date.parse(expires) - Date.parse(today)) / 86_400_000)
  if (days < 0 || days > WARNING_DAYS) return []
  if (days === 0) return ['expires today']
  return [`expires on ${expires}, in ${days === 1 ? '1 day' : `${days} days`}`]
}
