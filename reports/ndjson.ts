import { printableJson } from './escape.ts'
import type { ReportEvent } from './events.ts'

const KINDS: ReadonlySet<string> = new Set<ReportEvent['t']>([
  'run',
  'subject',
  'scenario',
  'exchange',
  'check',
  'note',
  'end',
])

/** The events of a report file. `truncated` where the run that wrote it did not reach its end. */
export interface DecodedReport {
  readonly events: readonly ReportEvent[]
  readonly truncated: boolean
}

/** One line of a report file, with its line break. */
export function encodeEvent(event: ReportEvent): string {
  return `${printableJson(JSON.stringify(event))}\n`
}

/** Reads a report file. A last line that is cut off is left out; any other line that is no event throws a SyntaxError. */
export function decodeReport(text: string): DecodedReport {
  const lines = text.split('\n')
  const rest = lines.pop() ?? ''
  const events = lines.map((line, index) => decodeLine(line, index + 1))
  return { events, truncated: rest !== '' || events.at(-1)?.t !== 'end' }
}

function decodeLine(line: string, number: number): ReportEvent {
  const value = parse(line)
  if (isEvent(value)) return value
  throw new SyntaxError(`line ${number} is no event of a report`)
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}

function isEvent(value: unknown): value is ReportEvent {
  if (value === null || typeof value !== 'object' || !('t' in value)) return false
  return typeof value.t === 'string' && KINDS.has(value.t)
}
