import { bySubject, type ScenarioReport, type SubjectReport } from './by-subject.ts'
import { printableDeep, shorten } from './escape.ts'
import type { ReportEvent, SubjectEvent } from './events.ts'
import { failureText, groupFailures, isFailure, type Failure } from './failure-text.ts'
import type { ConsoleOptions } from './console-options.ts'
import type { Paint } from './paint.ts'
import { scenarioLines } from './scenario-lines.ts'
import { endLine, scoreLine } from './summary-lines.ts'
import { renderTrace } from './trace.ts'

/** The run as a person reads it in a terminal: failures last, the sums after them. */
export function renderConsole(events: readonly ReportEvent[], options: ConsoleOptions): string {
  const safe = printableDeep(events)
  const subjects = bySubject(safe)
  return [
    ...subjects.map((report) => renderSubject(report, safe, options)),
    ...runNotes(safe, options.paint),
    endLine(safe, options),
    ...(options.hint === null ? [] : [`\n ${options.paint.dim(options.hint)}`]),
    '',
  ].join('\n')
}

/** What belongs to no subject: the baseline speaks of the run. */
function runNotes(events: readonly ReportEvent[], paint: Paint): readonly string[] {
  return events
    .filter((event) => event.t === 'note')
    .filter(({ subject, scenario }) => subject === null && scenario === null)
    .map(({ text }) => paint.warning(` ! ${shorten(text, 300)}`))
}

function renderSubject(
  report: SubjectReport,
  events: readonly ReportEvent[],
  options: ConsoleOptions,
): string {
  const parts = [
    header(report, events, options.paint),
    options.detail === 'quiet' ? '' : scenarioList(report, options),
    unserved(report, options.paint),
    options.detail === 'normal' ? notScored(report, options.paint) : '',
    failures(report, options),
    scoreLine(report, options.paint),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

function header(report: SubjectReport, events: readonly ReportEvent[], paint: Paint): string {
  const { subject, notes } = report
  const run = events.find((event) => event.t === 'run')
  const tool = (run?.tool ?? 'touchstone').replace('/', ' ')
  return [
    paint.bold([tool, ...subjectText(subject)].join(' · ')),
    ...notClaimed(report),
    ...notes.map(({ text }) => paint.warning(`! ${shorten(text, 300)}`)),
  ].join('\n')
}

/** Of a subject that could not be started, the name is all that is known. */
function subjectText({ name, version, language, clock }: SubjectEvent): readonly string[] {
  return version === 'unknown'
    ? [name, 'could not be started']
    : [`${name} ${version} (${language})`, `clock: ${clock}`]
}

/** What a subject does not claim is not scored: that is said before any score. */
function notClaimed({ subject, scenarios }: SubjectReport): readonly string[] {
  const claimed = new Set(subject.capabilities)
  const affected = scenarios.filter(({ checks }) => checks.some(({ verdict }) => verdict === 'n/a'))
  const missing = new Set(
    affected.flatMap(({ scenario }) => scenario.needs.filter((need) => !claimed.has(need))),
  )
  if (missing.size === 0) return []
  const many = affected.length === 1 ? '1 scenario is n/a' : `${affected.length} scenarios are n/a`
  return [`not claimed: ${[...missing].toSorted().join(', ')} · ${many}`]
}

function scenarioList(report: SubjectReport, options: ConsoleOptions): string {
  const width = Math.max(0, ...report.scenarios.map(({ scenario }) => scenario.id.length))
  return report.scenarios
    .flatMap((one) => [
      ...scenarioLines(one, width, options),
      ...(options.trace ? traced(one) : []),
    ])
    .join('\n')
}

function traced(report: ScenarioReport): readonly string[] {
  const trace = renderTrace(report)
  return trace === '' ? [] : ['', trace, '']
}

const UNSERVED_SHOWN = 8

/** A request that nobody owns explains most of what follows, so it stands above the failures. */
function unserved({ scenarios }: SubjectReport, paint: Paint): string {
  const lines = scenarios.flatMap(({ scenario, notes }) =>
    notes
      .filter(({ from }) => from === 'authority')
      .map(({ text }) => `   ${scenario.id}  ${shorten(text, 160)}`),
  )
  if (lines.length === 0) return ''
  const different = [...Map.groupBy(lines, (line) => line)].map(([line, { length }]) =>
    length === 1 ? line : `${line} (${length} times)`,
  )
  const rest = different.length - UNSERVED_SHOWN
  return [
    paint.bad('unserved requests: refused, because nothing may leave the machine'),
    ...different.slice(0, UNSERVED_SHOWN),
    ...(rest > 0 ? [`   and ${rest} more`] : []),
  ].join('\n')
}

/** Whoever has more to mend begins with these. */
const FAILURES_SHOWN = 40

/** What does not decide the exit code is told in a line each, so that what does stands out. */
function notScored({ checks }: SubjectReport, paint: Paint): string {
  const lines = checks
    .filter((check) => check.standing === 'not-scored' && isFailure(check))
    .map(({ address, requirement, message }) => {
      const left = `   ${address}  ${paint.dim(requirement ?? '')}`
      return `${left}  ${shorten(message ?? '', 90)}`
    })
  if (lines.length === 0) return ''
  return [
    paint.warning('failed, but not scored: SHOULD (see them in full with --verbose)'),
    ...lines,
  ].join('\n')
}

function failures({ scenarios }: SubjectReport, { paint, detail }: ConsoleOptions): string {
  const shown = scenarios
    .flatMap(failuresOf)
    .filter(({ check }) => detail === 'verbose' || check.standing !== 'not-scored')
  const groups = groupFailures(shown)
  const most = detail === 'verbose' ? groups.length : FAILURES_SHOWN
  const rest = groups.length - most
  return [
    ...groups.slice(0, most).map((failure, index) => failureText(failure, index + 1, paint)),
    ...(rest > 0 ? [paint.bad(`and ${rest} more failures; --verbose shows them all`)] : []),
  ].join('\n\n')
}

function failuresOf({ checks, exchanges, notes }: ScenarioReport): readonly Failure[] {
  const stderr = notes.findLast(({ from }) => from === 'stderr')?.text
  return checks.filter(isFailure).map((check) => ({
    check,
    exchanges: exchanges.filter(({ n }) => check.exchanges.includes(n)),
    stderr,
    same: [],
  }))
}
