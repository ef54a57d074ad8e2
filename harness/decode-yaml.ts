import type { z } from 'zod'
import { describeIssues, type FileIssue } from './describe-issues.ts'
import { HarnessError } from './harness-error.ts'
import { readYaml, type YamlSource, type YamlText } from './read-yaml.ts'

/** A file that has the right shape. */
export interface Decoded<Schema extends z.ZodType> {
  readonly output: z.output<Schema>
  readonly yaml: YamlText
}

/** Reads a YAML text by a schema. Throws a HarnessError with one line, with its place, for each thing that is wrong. */
export function decodeYaml<Schema extends z.ZodType>(
  source: YamlSource,
  schema: Schema,
): Decoded<Schema> {
  const yaml = readYaml(source)
  const decoded = schema.safeParse(yaml.value)
  if (!decoded.success) refuse(describeIssues(decoded.error, schema, yaml.value), yaml, source)
  return { output: decoded.data, yaml }
}

/** Throws what is wrong with a file, in the order of its lines. */
export function refuse(
  issues: readonly FileIssue[],
  yaml: YamlText,
  { code }: Pick<YamlSource, 'code'>,
): never {
  const lines = issues
    .map(({ path, part, message }) => ({ place: yaml.place(path, part), message }))
    .sort((one, other) => one.place.localeCompare(other.place, 'en', { numeric: true }))
    .map(({ place, message }) => `${place}: ${message}`)
  throw new HarnessError(code, [...new Set(lines)].join('\n'))
}
