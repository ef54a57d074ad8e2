import type { ScenarioReport } from './by-subject.ts'
import type { ConsoleOptions } from './console-options.ts'
import { shorten } from './escape.ts'
import type { CheckEvent } from './events.ts'
import { isFailure } from './failure-text.ts'
import type { Paint } from './paint.ts'
import { realTime, roughTime } from './virtual-time.ts'

/** One line for a scenario, and in a verbose run one more for each of its checks. */
export function scenarioLines(
  report: ScenarioReport,
  width: number,
  { paint, detail }: Pick<ConsoleOptions, 'paint' | 'detail'>,
): readonly string[] {
  const { scenario, checks } = report
  const line = ` ${mark(checks, paint)} ${scenario.id.padEnd(width)}  ${outcome(report, paint)}`
  return detail === 'verbose' ? [line, ...checks.map((check) => checkLine(check, paint))] : [line]
}

function mark(checks: readonly CheckEvent[], paint: Paint): string {
  if (checks.some(isFailure)) return paint.bad('✗')
  if (checks.every(({ verdict }) => verdict === 'fail')) return paint.dim('~')
  return checks.every(({ verdict }) => verdict === 'n/a' || verdict === 'not-run')
    ? paint.dim('–')
    : paint.good('✓')
}

function outcome({ scenario, checks }: ScenarioReport, paint: Paint): string {
  const [first] = checks
  if (first !== undefined && checks.every(({ verdict }) => verdict === first.verdict)) {
    if (first.verdict === 'n/a' || first.verdict === 'not-run')
      return paint.dim(`${first.verdict}: ${shorten(first.message ?? '', 80)}`)
  }
  const virtual =
    scenario.virtualSeconds >= 1 ? `${roughTime(scenario.virtualSeconds)} virtual` : ''
  const columns = [
    checksText(checks).padEnd(16),
    virtual.padEnd(15),
    realTime(scenario.durationMs).padStart(6),
  ]
  return columns.join(' ')
}

function checksText(checks: readonly CheckEvent[]): string {
  const count = (verdict: CheckEvent['verdict']) =>
    checks.filter((check) => check.verdict === verdict).length
  const known = checks.filter(({ standing }) => standing === 'known-failure').length
  const failed = count('fail') - known
  const parts = [
    failed > 0 ? `${failed} of ${checks.length} failed` : '',
    count('error') > 0 ? `${count('error')} not measured` : '',
    known > 0 ? `${known} known` : '',
  ].filter((part) => part !== '')
  return parts.length > 0
    ? parts.join(', ')
    : `${checks.length} ${checks.length === 1 ? 'check' : 'checks'}`
}

function checkLine(check: CheckEvent, paint: Paint): string {
  const name = check.address.slice(check.address.indexOf(':') + 1)
  const why = check.message === undefined ? '' : `  ${shorten(check.message, 120)}`
  return `     ${mark([check], paint)} ${name}  ${paint.dim(check.requirement ?? 'precondition')}${why}`
}
