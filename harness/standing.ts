import type { Level, Standing } from '../reports/events.ts'
import type { BaselineEntry } from './baseline.ts'
import { messageOf } from './message-of.ts'
import type { SubjectFacts } from './player.ts'
import type { Verdict } from './verdict.ts'
import { isInRange } from './version-range.ts'

/** A verdict on its way to the exit code. */
export interface GatedResult {
  /** `area/situation:check` */
  readonly address: string
  readonly subject: Pick<SubjectFacts, 'key' | 'name' | 'version' | 'language'>
  /** Null where the check tests the mock, or its requirement is in no registry: it counts like a MUST. */
  readonly level: Level | null
  readonly verdict: Verdict
}

/** What verdicts are held against. */
export interface GateRules {
  readonly baseline: readonly BaselineEntry[]
  readonly failOn: 'must' | 'should'
  /** `2026-11-23` */
  readonly today: string
  /** `linux`, `darwin` or `win32`. */
  readonly os: string
  /** Whether less than the whole suite was asked for. */
  readonly filtered: boolean
}

/** What a verdict means against the baseline. */
export function standingOf(result: GatedResult, rules: GateRules): Standing {
  const { verdict, level } = result
  const listed = rules.baseline.filter((entry) => appliesTo(entry, result, rules.os))
  switch (verdict.verdict) {
    case 'pass':
      return passStanding(listed, rules.today)
    case 'fail':
      if (level === 'CHAR' && !verdict.incident) return 'not-scored'
      if (listed.length > 0) return listedFailure(listed, messageOf(verdict), rules.today)
      return level === 'SHOULD' && rules.failOn === 'must' && !verdict.incident
        ? 'not-scored'
        : 'new-failure'
    case 'n/a':
    case 'not-run':
      return listed.length > 0 && !rules.filtered ? 'stale' : 'ok'
    case 'error':
      return 'ok'
  }
}

/** Whether an entry is about this check of this subject here. */
export function appliesTo(entry: BaselineEntry, result: GatedResult, os: string): boolean {
  const { subject, address } = result
  const { version, language = subject.language, os: entryOs = os } = entry.when ?? {}
  return (
    entry.check === address &&
    (entry.subject === undefined || [subject.key, subject.name].includes(entry.subject)) &&
    (version === undefined || isInRange(subject.version, version)) &&
    language === subject.language &&
    entryOs === os
  )
}

function passStanding(listed: readonly BaselineEntry[], today: string): Standing {
  if (listed.length === 0) return 'ok'
  if (listed.some(({ flaky }) => !flaky)) return 'fixed'
  return listed.some((entry) => !isExpired(entry, today)) ? 'flaky' : 'expired'
}

function listedFailure(listed: readonly BaselineEntry[], message: string, today: string): Standing {
  const valid = listed.filter((entry) => !isExpired(entry, today))
  if (valid.some((entry) => entry.flaky)) return 'flaky'
  if (valid.some((entry) => fits(entry, message))) return 'known-failure'
  return listed.some((entry) => fits(entry, message)) || valid.length === 0 ? 'expired' : 'changed'
}

function fits({ message = '' }: BaselineEntry, received: string): boolean {
  return received.startsWith(message)
}

/** The day it names is the last on which an entry holds. */
function isExpired({ expires }: BaselineEntry, today: string): boolean {
  return expires < today
}
