import type { DifferenceText } from '../reports/events.ts'
import type { Verdict } from './verdict.ts'

/** A verdict in one line, as a baseline quotes it: the first difference, or the reason; empty for `pass`. */
export function messageOf(verdict: Verdict): string {
  switch (verdict.verdict) {
    case 'pass':
      return ''
    case 'fail':
      return renderDifference(verdict.differences[0])
    case 'error':
      return oneLine(verdict.message)
    case 'n/a':
    case 'not-run':
      return oneLine(verdict.reason)
  }
}

/** `wire: expected 1 request, received 20 requests` */
export function renderDifference({ where, expected, received }: DifferenceText): string {
  return oneLine(`${where}: expected ${expected}, received ${received}`)
}

function oneLine(text: string): string {
  return text.replaceAll(/\s*[\r\n]+\s*/g, ' ')
}
