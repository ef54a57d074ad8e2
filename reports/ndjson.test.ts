import { expect, test } from 'vitest'
import type { ReportEvent } from './events.ts'
import { decodeReport, encodeEvent } from './ndjson.ts'

const note: ReportEvent = {
  t: 'note',
  scenario: null,
  subject: null,
  from: 'stderr',
  text: 'two\nlines \u009b',
}
const end: ReportEvent = { t: 'end', exit: 0, durationMs: 1, incomplete: false }

test('events come back as they went', () => {
  const text = [note, end].map(encodeEvent).join('')

  expect(text.split('\n')).toHaveLength(3)
  expect(decodeReport(text)).toEqual({ events: [note, end], truncated: false })
})

test('a report without its end is truncated', () => {
  expect(decodeReport(encodeEvent(note))).toEqual({ events: [note], truncated: true })
  expect(decodeReport('')).toEqual({ events: [], truncated: true })
})

test('a last line that is cut off is left out', () => {
  const text = encodeEvent(note) + encodeEvent(end).slice(0, 9)

  expect(decodeReport(text)).toEqual({ events: [note], truncated: true })
})

test.each([
  ['no JSON', '{"t":'],
  ['no event', '{"t":"other"}'],
  ['a scalar', '3'],
])('a line that is %s is refused with its number', (_what, line) => {
  expect(() => decodeReport(`${encodeEvent(note)}${line}\n`)).toThrow(
    new SyntaxError('line 2 is no event of a report'),
  )
})
