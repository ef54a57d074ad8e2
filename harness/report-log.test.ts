import { expect, test } from 'vitest'
import type { ReportEvent } from '../reports/events.ts'
import { createReportLog } from './report-log.ts'

test('lines are kept and passed on until the log is sealed', () => {
  const appended: ReportEvent[] = []
  const log = createReportLog((events) => appended.push(...events))

  log.emit([note('one')])
  log.emit([])
  log.seal(end)
  log.emit([note('too late')])
  log.seal(end)

  expect(log.events).toEqual([note('one'), end])
  expect(appended).toEqual(log.events)
})

const end: ReportEvent = { t: 'end', exit: 130, durationMs: 1, incomplete: true }

function note(text: string): ReportEvent {
  return { t: 'note', scenario: null, subject: null, from: 'harness', text }
}
