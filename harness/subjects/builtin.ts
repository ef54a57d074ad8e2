import { existsSync, readdirSync } from 'node:fs'
import leven from 'leven'
import type { SubjectSource } from '../child/messages.ts'
import { HarnessError } from '../harness-error.ts'
import { SOURCE_EXTENSION } from '../source-extension.ts'

const credentials = new URL('../../credential/', import.meta.url)
const mutants = new URL('mutants/', credentials)

/** The names of the deliberately broken credentials, sorted. Empty where they are not shipped. */
export function mutantNames(): readonly string[] {
  if (!existsSync(mutants)) return []
  return readdirSync(mutants)
    .filter(
      (file) =>
        file.endsWith(SOURCE_EXTENSION) && !file.includes('.test.') && !file.endsWith('.d.ts'),
    )
    .map((file) => file.slice(0, -SOURCE_EXTENSION.length))
    .toSorted()
}

/** Finds `builtin:reference` or `builtin:mutant/<name>`. */
export function builtinSource(connection: string): SubjectSource {
  if (connection === 'builtin:reference')
    return source(new URL(`subject${SOURCE_EXTENSION}`, credentials), 'reference')
  const name = /^builtin:mutant\/(.+)$/.exec(connection)?.[1]
  const names = mutantNames()
  if (name !== undefined && names.includes(name))
    return source(new URL(name + SOURCE_EXTENSION, mutants), name)
  throw new HarnessError(
    'bad-subject',
    `"${connection}" is not built in; did you mean "${nearest(connection, names)}"?`,
  )
}

function source(module: URL, fallbackName: string): SubjectSource {
  return { module: module.href, target: null, tsx: false, fallbackName }
}

function nearest(connection: string, names: readonly string[]): string {
  const known = ['builtin:reference', ...names.map((name) => `builtin:mutant/${name}`)]
  return (
    known.toSorted((a, b) => leven(a, connection) - leven(b, connection))[0] ?? 'builtin:reference'
  )
}
