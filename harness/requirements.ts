import { z } from 'zod'
import { decodeYaml } from './decode-yaml.ts'

/** One normative statement that checks enforce. */
export interface Requirement extends Row {
  /** `CACHE-12` */
  readonly id: string
  /** The registry file, as a person would type it. */
  readonly file: string
}

const row = z
  .strictObject({
    level: z.enum(['MUST', 'SHOULD', 'CHAR']),
    statement: z.string().min(10),
    source: z.string().min(3),
    grade: z.enum(['spec', 'docs', 'observed', 'majority']),
    date: z.iso.date('a date is written 2026-11-23').optional(),
    excluded: z.string().min(10).optional(),
  })
  .superRefine(({ grade, date }, context) => {
    if (date === undefined || grade === 'observed') return
    context.addIssue({
      code: 'custom',
      path: ['date'],
      message: `"date" is when something was observed, and the grade is ${grade}`,
    })
  })
  .readonly()

type Row = z.output<typeof row>

const id = z.string().regex(/^[A-Z]+-\d\d$/, 'a requirement is named like CACHE-12')
const registryFile = z.record(id, row)

/** Reads one registry file: a mapping from id to level, statement, source and grade. Throws a HarnessError with places. */
export function readRequirements(file: string, text: string): readonly Requirement[] {
  const { output } = decodeYaml({ file, text, code: 'bad-requirement' }, registryFile)
  return Object.entries(output).map(([id, row]) => ({ id, file, ...row }))
}
