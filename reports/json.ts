import { bySubject, type SubjectReport } from './by-subject.ts'
import { printableJson } from './escape.ts'
import type { CheckEvent, ReportEvent } from './events.ts'
import { scoredLevels, totalsOfChecks, type Totals } from './totals.ts'

/** The run as one JSON document, for programs. */
export function renderJson(events: readonly ReportEvent[]): string {
  const run = events.find((event) => event.t === 'run')
  const end = events.find((event) => event.t === 'end')
  const document = {
    tool: run?.tool ?? null,
    exit: end?.exit ?? null,
    seed: run?.seed ?? null,
    durationMs: end === undefined ? null : Math.round(end.durationMs),
    subjects: bySubject(events).map(subjectEntry),
    checks: events.filter((event) => event.t === 'check').map(checkEntry),
  }
  return `${printableJson(JSON.stringify(document))}\n`
}

function subjectEntry({ subject, checks }: SubjectReport) {
  const { key, name, version, language, clock } = subject
  const totals = totalsOfChecks(checks)
  return { key, name, version, language, clock, totals: totals.counts, levels: levelsOf(totals) }
}

function levelsOf({ levels }: Totals) {
  return Object.fromEntries(
    scoredLevels.map((level) => [level, { pass: levels[level].pass, fail: levels[level].fail }]),
  )
}

function checkEntry(check: CheckEvent) {
  const { address, subject, requirement, level, verdict, standing, message, blame } = check
  return { address, subject, requirement, level, verdict, standing, message, blame }
}
