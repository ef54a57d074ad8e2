import { existsSync, statSync } from 'node:fs'
import { basename, extname, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { SubjectSource } from '../child/messages.ts'
import { HarnessError } from '../harness-error.ts'
import { builtinSource } from './builtin.ts'
import { npmSource } from './npm.ts'

const FORMS =
  'builtin:reference, builtin:mutant/<name>, npm:@azure/identity, or the path of a module such as ./my-credential.ts'

/** Finds what a connection string names. Throws a `HarnessError` that says which forms there are. */
export function resolveSubject(connection: string, cwd: string): SubjectSource {
  if (connection.startsWith('builtin:')) return builtinSource(connection)
  if (connection.startsWith('npm:')) return npmSource(connection, cwd)
  if (/^(cmd|pypi|go|maven|crate):/.test(connection)) {
    throw new HarnessError(
      'bad-subject',
      `"${connection}": programs of other languages cannot be driven yet; a subject is ${FORMS}`,
    )
  }
  return moduleSource(connection, cwd)
}

function moduleSource(connection: string, cwd: string): SubjectSource {
  const path = resolve(cwd, connection)
  if (!existsSync(path) || !statSync(path).isFile()) {
    throw new HarnessError(
      'bad-subject',
      `"${connection}": there is no such file; a subject is ${FORMS}`,
    )
  }
  const extension = extname(path)
  return {
    module: pathToFileURL(path).href,
    target: null,
    tsx: /^\.[cm]?tsx?$/.test(extension),
    fallbackName: basename(path, extension),
  }
}
