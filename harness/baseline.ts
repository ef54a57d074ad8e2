import { z } from 'zod'
import { decodeYaml, refuse } from './decode-yaml.ts'
import type { FileIssue } from './describe-issues.ts'
import { didYouMean } from './did-you-mean.ts'
import { isVersionRange } from './version-range.ts'

/** A failure that is known, for a reason and for a time. */
export interface BaselineEntry extends Row {
  /** `file:line:column` */
  readonly place: string
}

const text = z.string().min(1)

const when = z
  .strictObject({
    version: z
      .string()
      .refine(isVersionRange, 'a version is like "<5", "4.14.1" or ">=4.1 <4.15"')
      .optional(),
    language: text.optional(),
    os: text.optional().describe('linux, darwin or win32.'),
  })
  .readonly()

const row = z
  .strictObject({
    check: text.describe('The address, area/situation:check.'),
    subject: text.optional().describe('Its connection string or its name; default: every subject.'),
    when: when.optional(),
    message: text.optional().describe('What the message of the failure begins with.'),
    why: text,
    issue: text.optional(),
    expires: z.iso.date('a date is written 2026-11-23'),
    flaky: z.literal(true).optional(),
  })
  .superRefine(({ message, why, flaky, check }, context) => {
    if (message === undefined && !flaky) {
      const problem = '"message" is missing; it is what the message of the failure begins with'
      context.addIssue({ code: 'custom', path: [], message: problem })
    }
    if (/^\s*TODO\b/i.test(why)) {
      const problem = 'a reason that is still to be written is none; say why this failure is known'
      context.addIssue({ code: 'custom', path: ['why'], message: problem })
    }
    if (check.includes('*')) {
      const problem = `"${check}" has a wildcard, and this version reads none; list each check`
      context.addIssue({ code: 'custom', path: ['check'], message: problem })
    }
  })
  .readonly()

type Row = z.output<typeof row>

/** A file of comments only is an empty baseline. */
const baselineFile = z.array(row).nullable()

/** Reads a baseline. `addresses` are those of all checks of the suite. Throws a HarnessError with places. */
export function readBaseline(
  file: string,
  text: string,
  addresses: readonly string[],
): readonly BaselineEntry[] {
  const source = { file, text, code: 'bad-baseline' } as const
  const { output, yaml } = decodeYaml(source, baselineFile)
  const rows = output ?? []
  const issues = rows.flatMap((row, index) => addressIssues(row, index, addresses))
  if (issues.length > 0) refuse(issues, yaml, source)
  return rows.map((row, index) => ({ ...row, place: yaml.place([index, 'check'], 'value') }))
}

function addressIssues(
  { check }: Row,
  index: number,
  addresses: readonly string[],
): readonly FileIssue[] {
  if (addresses.includes(check)) return []
  const hint = didYouMean(check, addresses) || '; touchstone list names all of them'
  return [
    {
      path: [index, 'check'],
      part: 'value',
      message: `"${check}" is no check of the suite${hint}`,
    },
  ]
}
