import type { CheckEvent, ReportEvent, VerdictWord } from './events.ts'

/** How many checks ended in which way. */
export type VerdictCounts = Readonly<Record<VerdictWord, number>>

/** The levels that are scored. */
export const scoredLevels = ['MUST', 'SHOULD'] as const
export type ScoredLevel = (typeof scoredLevels)[number]

/** The score of one subject. */
export interface Totals {
  readonly counts: VerdictCounts
  readonly levels: Readonly<Record<ScoredLevel, VerdictCounts>>
  /** Failures that the baseline excuses. */
  readonly known: number
}

/** Counts once, for every view. */
export function totalsOf(events: readonly ReportEvent[], subject: string): Totals {
  return totalsOfChecks(
    events.filter((event) => event.t === 'check').filter((check) => check.subject === subject),
  )
}

/** The score of some checks. */
export function totalsOfChecks(checks: readonly CheckEvent[]): Totals {
  return {
    counts: countVerdicts(checks),
    levels: {
      MUST: countVerdicts(checks.filter(({ level }) => level === 'MUST')),
      SHOULD: countVerdicts(checks.filter(({ level }) => level === 'SHOULD')),
    },
    known: checks.filter(({ standing }) => standing === 'known-failure').length,
  }
}

/** How many of these were, or should have been, measured. */
export function measured(counts: VerdictCounts): number {
  return counts.pass + counts.fail + counts.error + counts['not-run']
}

function countVerdicts(checks: readonly CheckEvent[]): VerdictCounts {
  const count = (word: VerdictWord) => checks.filter(({ verdict }) => verdict === word).length
  return {
    pass: count('pass'),
    fail: count('fail'),
    error: count('error'),
    'n/a': count('n/a'),
    'not-run': count('not-run'),
  }
}
