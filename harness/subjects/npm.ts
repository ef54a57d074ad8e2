import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { SubjectSource } from '../child/messages.ts'
import { HarnessError } from '../harness-error.ts'
import { SOURCE_EXTENSION } from '../source-extension.ts'

/** The packages of npm that a driver stands here for. */
const DRIVERS: Readonly<Record<string, string>> = { '@azure/identity': 'azure-identity' }

/** Finds an npm package: first the one of the user's project, then the one beside Touchstone. */
export function npmSource(connection: string, cwd: string): SubjectSource {
  const name = connection.slice('npm:'.length)
  const driver = Object.hasOwn(DRIVERS, name) ? DRIVERS[name] : undefined
  if (driver === undefined) {
    const known = Object.keys(DRIVERS).map((one) => `npm:${one}`)
    throw new HarnessError(
      'bad-subject',
      `"${connection}": there is a driver for ${known.join(', ')} only; write a module that makes your credential, and name its path`,
    )
  }
  const target = findPackage(name, [join(cwd, 'package.json'), fileURLToPath(import.meta.url)])
  if (target === undefined) {
    throw new HarnessError(
      'environment',
      `"${connection}": the package is not installed; run npm install ${name}`,
    )
  }
  return {
    module: new URL(`../drivers/${driver}${SOURCE_EXTENSION}`, import.meta.url).href,
    target: pathToFileURL(target).href,
    tsx: false,
    fallbackName: name,
  }
}

function findPackage(name: string, from: readonly string[]): string | undefined {
  for (const start of from) {
    try {
      return createRequire(start).resolve(`${name}/package.json`)
    } catch {
      // The next place may have it.
    }
  }
  return undefined
}
