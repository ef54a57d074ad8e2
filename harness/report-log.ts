import type { ReportEvent } from '../reports/events.ts'

/** Keeps the lines of a report and passes them on, until it is sealed: an interrupted run writes nothing behind its end. */
export interface ReportLog {
  readonly events: readonly ReportEvent[]
  emit(events: readonly ReportEvent[]): void
  /** Writes the last line; what comes later is dropped. */
  seal(end: ReportEvent): void
}

/** A log that gives every line to `append` as soon as it is known. */
export function createReportLog(append: (events: readonly ReportEvent[]) => void): ReportLog {
  const events: ReportEvent[] = []
  let sealed = false
  const emit = (added: readonly ReportEvent[]) => {
    if (sealed || added.length === 0) return
    events.push(...added)
    append(added)
  }
  return {
    events,
    emit,
    seal: (end) => {
      emit([end])
      sealed = true
    },
  }
}
