import { appendFileSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { ReportEvent } from '../../reports/events.ts'
import { encodeEvent } from '../../reports/ndjson.ts'
import { HarnessError } from '../harness-error.ts'
import type { Terminal } from './terminal.ts'

/** Where the events of a run go while it runs. */
export interface ReportFile {
  /** As a person would type it; null where nothing is written. */
  readonly name: string | null
  append(events: readonly ReportEvent[]): void
  close(): void
}

/** Where reports go when the user does not say. */
const DEFAULT_OUT = 'reports/out'

/** Opens `events.ndjson`. A folder that the user asked for has to be writable; the default one may be missed. */
export function openReportFile(
  folder: string | undefined,
  { cwd, talk }: Pick<Terminal, 'cwd' | 'talk'>,
): ReportFile {
  const path = join(resolve(cwd, folder ?? DEFAULT_OUT), 'events.ndjson')
  try {
    mkdirSync(resolve(path, '..'), { recursive: true })
    const name = relative(cwd, path)
    return reportFile(name.startsWith('..') ? path : name, openSync(path, 'w'))
  } catch (error) {
    const problem = `cannot be written (${reason(error)})`
    if (folder !== undefined) {
      throw new HarnessError('bad-usage', `--out ${folder}: ${problem}`, { cause: error })
    }
    talk(`touchstone: ${DEFAULT_OUT}: ${problem}; the run goes on without a report file\n`)
    return { name: null, append: () => {}, close: () => {} }
  }
}

function reportFile(name: string, descriptor: number): ReportFile {
  return {
    name,
    append: (events) => appendFileSync(descriptor, events.map(encodeEvent).join('')),
    close: () => closeSync(descriptor),
  }
}

function reason(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error)
}
