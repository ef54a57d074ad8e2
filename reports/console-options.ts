import type { Paint } from './paint.ts'

/** How a person wants to see a run. */
export interface ConsoleOptions {
  readonly paint: Paint
  /** `quiet`: failures and sums; `verbose`: every check. */
  readonly detail: 'quiet' | 'normal' | 'verbose'
  /** Whether the wire of each scenario is drawn. */
  readonly trace: boolean
  /** Where the report was written; null when it was not. */
  readonly reportFile: string | null
  /** What to try next; the last line. */
  readonly hint: string | null
}
