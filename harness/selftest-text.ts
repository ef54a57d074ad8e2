import type { Paint } from '../reports/paint.ts'
import {
  isPerfect,
  killedByItsOwn,
  type MutantResult,
  type MutationScore,
} from './mutation-score.ts'
import type { ReferenceResult } from './selftest.ts'

/** All that a self-test found. */
export interface SelftestReport {
  readonly reference: ReferenceResult
  readonly mutants: readonly MutantResult[]
  readonly score: MutationScore
}

/** Whether the reference passes everything, every mutant is caught, and every check was seen red. */
export function holds({ reference, score }: SelftestReport): boolean {
  return reference.problems.length === 0 && isPerfect(score)
}

/** The self-test as a person reads it: what is missing last, the score after it. */
export function selftestText(report: SelftestReport, paint: Paint): string {
  const { reference, mutants, score } = report
  const width = Math.max(0, ...mutants.map(({ name }) => name.length))
  return [
    referenceLine(reference, paint),
    ...mutants.map((mutant) => mutantLine(mutant, width, paint)),
    ...section('not passed by the reference', reference.problems, paint),
    ...section('survivors', score.survivors.map(named), paint),
    ...section('not killed by the requirement they break', score.killedElsewhere.map(named), paint),
    ...section('checks never seen red', score.neverRed, paint),
    '',
    scoreLine(report, paint),
    '',
  ].join('\n')
}

/** The same as one JSON document. */
export function selftestJson(report: SelftestReport): string {
  const { reference, mutants, score } = report
  const { seenRed, neverRed } = score
  return `${JSON.stringify({ holds: holds(report), reference, mutants, survivors: score.survivors.map(({ name }) => name), seenRed, neverRed })}\n`
}

function referenceLine({ passed, problems }: ReferenceResult, paint: Paint): string {
  const text = `reference passes ${checks(passed)}`
  return problems.length === 0
    ? ` ${paint.good('✓')} ${text}`
    : ` ${paint.bad('✗')} ${text}, and ${problems.length} not`
}

function checks(count: number): string {
  return `${count} ${count === 1 ? 'check' : 'checks'}`
}

function mutantLine(mutant: MutantResult, width: number, paint: Paint): string {
  const { name, breaks, red, trouble } = mutant
  const label = name.padEnd(width)
  if (trouble !== null) return ` ${paint.bad('!')} ${label}  not measured: ${trouble}`
  if (red.length === 0)
    return ` ${paint.bad('✗')} ${label}  survives; it breaks ${breaks ?? 'nothing that it names'}`
  const many = `killed by ${checks(red.length)}`
  return killedByItsOwn(mutant)
    ? ` ${paint.good('✓')} ${label}  ${many}, ${breaks} among them`
    : ` ${paint.bad('✗')} ${label}  ${many}, none of ${breaks ?? 'a requirement that it names'}`
}

function named({ name, breaks, red }: MutantResult): string {
  const killers = red.slice(0, 3).map(({ address, requirement }) => `${address} (${requirement})`)
  return [name, breaks ?? '', ...killers].filter((part) => part !== '').join('  ')
}

function section(title: string, lines: readonly string[], paint: Paint): readonly string[] {
  return lines.length === 0
    ? []
    : ['', paint.bad(`${title}: ${lines.length}`), ...lines.map((line) => `   ${line}`)]
}

function scoreLine(report: SelftestReport, paint: Paint): string {
  const { killed, seenRed, neverRed } = report.score
  const text = `mutants ${killed.length}/${report.mutants.length} · checks seen red ${seenRed.length}/${seenRed.length + neverRed.length}`
  return ` ${holds(report) ? paint.good(text) : paint.bad(text)}`
}
