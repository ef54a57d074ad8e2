import type { SubjectReport } from './by-subject.ts'
import type { ConsoleOptions } from './console-options.ts'
import type { CheckEvent, ReportEvent, Standing } from './events.ts'
import type { Paint } from './paint.ts'
import { measured, totalsOfChecks, type VerdictCounts } from './totals.ts'
import { realTime } from './virtual-time.ts'

/** ` MUST 96/96 · SHOULD 84/85 · n/a 6 · known failures 0` */
export function scoreLine({ checks }: SubjectReport, paint: Paint): string {
  const { levels, counts, known } = totalsOfChecks(checks)
  const parts = [
    score('MUST', levels.MUST, paint),
    score('SHOULD', levels.SHOULD, paint),
    `n/a ${counts['n/a']}`,
    `known failures ${known}`,
  ]
  return ` ${parts.join(' · ')}`
}

/** ` 1 new failure · 187 checks · 0.81s · report: …` */
export function endLine(
  events: readonly ReportEvent[],
  { paint, reportFile }: Pick<ConsoleOptions, 'paint' | 'reportFile'>,
): string {
  const checks = events.filter((event) => event.t === 'check')
  const end = events.find((event) => event.t === 'end')
  const parts = [
    ...(end === undefined || end.incomplete
      ? [paint.bad('interrupted: this report is incomplete')]
      : []),
    ...problems(checks, paint),
    plural(checks.length, 'check'),
    ...(end === undefined ? [] : [realTime(end.durationMs)]),
    ...(reportFile === null ? [] : [`report: ${reportFile}`]),
  ]
  return ` ${parts.join(' · ')}`
}

function score(level: string, counts: VerdictCounts, paint: Paint): string {
  const text = `${level} ${counts.pass}/${measured(counts)}`
  return counts.pass === measured(counts) ? paint.good(text) : paint.bad(text)
}

function problems(checks: readonly CheckEvent[], paint: Paint): readonly string[] {
  const standing = (...words: readonly Standing[]) =>
    checks.filter((check) => check.verdict !== 'error' && words.includes(check.standing)).length
  const errors = checks.filter(({ verdict }) => verdict === 'error').length
  const notRun = checks.filter(({ verdict }) => verdict === 'not-run').length
  const fresh = standing('new-failure', 'expired', 'changed')
  const found = [
    fresh > 0 ? paint.bad(plural(fresh, 'new failure')) : '',
    standing('fixed') > 0 ? paint.bad(`${standing('fixed')} fixed but still in the baseline`) : '',
    standing('stale') > 0 ? paint.bad(`${standing('stale')} stale in the baseline`) : '',
    errors > 0 ? paint.bad(`${errors} not measured`) : '',
    standing('not-scored') > 0
      ? paint.warning(`${standing('not-scored')} failed, not scored (SHOULD)`)
      : '',
    notRun > 0 ? paint.warning(`${notRun} not run`) : '',
    standing('flaky') > 0 ? `${standing('flaky')} flaky` : '',
  ].filter((part) => part !== '')
  return fresh + errors === 0 ? [paint.good('no new failure'), ...found] : found
}

function plural(count: number, noun: string): string {
  return `${count} ${count === 1 ? noun : `${noun}s`}`
}
