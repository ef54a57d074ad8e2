import { posix } from 'node:path'

/** A rule of the tree that a file breaks, ready to print. */
export type Violation = string

export type Access = 'any' | 'type'

/** Which folder may import which. `type` allows `import type` only, and only in `credential/subject.ts`. */
export const MAY_IMPORT: Readonly<Record<string, Readonly<Record<string, Access>>>> = {
  'mock-authority': {},
  reports: {},
  credential: { harness: 'type' },
  harness: { 'mock-authority': 'any', reports: 'any' },
}

/** Where a package may be used at all. A package that is not named here may be used anywhere. */
const PACKAGE_HOMES: Readonly<Record<string, RegExp>> = {
  msw: /^mock-authority\/mounts\//,
  '@mswjs/interceptors': /^mock-authority\/mounts\/|^harness\/child\//,
  jose: /^(mock-authority|credential)\//,
  undici: /^credential\/|\.test\.ts$/,
  zod: /^(harness|mock-authority)\//,
  yaml: /^(harness|mock-authority)\//,
  commander: /^harness\/(cli|commands\/[\w-]+)\.ts$/,
  picocolors: /^harness\/(cli|commands\/[\w-]+)\.ts$/,
  tsx: /^harness\//,
  '@faker-js/faker': /^mock-authority\//,
  '@sinonjs/fake-timers': /^harness\/child\//,
}

/** The files that may touch the world, and why. Everything else gets time, chance and text as arguments. */
export const SHELL: readonly (readonly [files: RegExp, why: string])[] = [
  [/\.test\.ts$/, 'a test arranges its world'],
  [/^harness\/(cli|commands\/[\w-]+)\.ts$/, 'the command line'],
  [/^harness\/child\/[\w-]+\.ts$/, 'the child process, its clock, its network and its supervisor'],
  [/^harness\/child\/subjects-for-tests\/[\w-]+\.ts$/, 'subjects that misbehave'],
  [/^harness\/subjects\/[\w-]+\.ts$/, 'finds and loads subjects'],
  [/^harness\/drivers\//, 'speaks for a real SDK'],
  [/^harness\/(packaging|bench)\/[\w-]+\.ts$/, 'programs of the workspace'],
  [/^harness\/scenario\/(load|write-schema)\.ts$/, 'reads and writes the files of scenarios'],
  [/^mock-authority\/(mounts\/[\w-]+|serve)\.ts$/, 'how an authority is reached'],
  [/^mock-authority\/keys\/[\w-]+\.ts$/, 'reads the shipped test keys'],
  [/^credential\/clock\.ts$/, 'the system clock, the default of an argument'],
  [/^credential\/mutants\/[\w-]+\.ts$/, 'breaks rules on purpose'],
]

const EFFECTS: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['the time', /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/],
  ['chance', /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\bgetRandomValues\b/],
  ['a timer', /\b(setTimeout|setInterval|setImmediate)\(|\bAbortSignal\.timeout\b/],
  ['the process', /(?<![.\w])process\.|from 'node:process'/],
  ['the console', /(?<![.\w])console\./],
  ['the network', /(?<![.\w])fetch\(|from 'node:(http|https|http2|net|tls|dns|dgram)'/],
  ['files or processes', /from 'node:(fs|fs\/promises|child_process|worker_threads|os)'/],
]

/** Imports that the table does not allow. */
export function importViolations(file: string, source: string): readonly Violation[] {
  return importsOf(withoutComments(source)).flatMap(({ specifier, access }) =>
    specifier.startsWith('.')
      ? ownViolations(file, specifier, access)
      : packageViolations(file, specifier),
  )
}

/** Uses of time, chance, environment or I/O in a file that is not part of the shell. */
export function effectViolations(file: string, source: string): readonly Violation[] {
  if (SHELL.some(([files]) => files.test(file))) return []
  const code = withoutTexts(withoutComments(source))
  return EFFECTS.filter(([, pattern]) => pattern.test(code)).map(
    ([what]) => `${file}: reaches for ${what}, which is to be an argument`,
  )
}

interface Import {
  readonly specifier: string
  readonly access: Access
}

const importStatement =
  /^[ \t]*(?:import|export)\s+(type\s)?(?:[^'"`;=]*?\sfrom\s*)?['"]([^'"\n]+)['"]|\bimport\(\s*['"`]([^'"`\n]+)['"`]/gm

function importsOf(code: string): readonly Import[] {
  return [...code.matchAll(importStatement)].map(([, type, statement, call]) => ({
    specifier: statement ?? call ?? '',
    access: type === undefined ? 'any' : 'type',
  }))
}

function ownViolations(file: string, specifier: string, access: Access): readonly Violation[] {
  const target = posix.join(posix.dirname(file), specifier)
  const [from = '', to = ''] = [file, target].map((path) => path.split('/')[0])
  if (from === to) return file.endsWith('/cli.ts') || !isCommandLine(target) ? [] : [cli(file)]
  const allowed = MAY_IMPORT[from]?.[to]
  if (allowed === undefined) return [`${file}: imports ${target}, and ${from}/ may not use ${to}/`]
  if (allowed === 'any') return []
  if (access === 'any') return [`${file}: imports ${target}, of which it may import types only`]
  return file === 'credential/subject.ts' || file.endsWith('.test.ts')
    ? []
    : [`${file}: imports ${target}, and only credential/subject.ts knows the harness`]
}

function isCommandLine(target: string): boolean {
  return target === 'harness/cli.ts'
}

function cli(file: string): Violation {
  return `${file}: imports harness/cli.ts, which imports everything and is imported by nothing`
}

function packageViolations(file: string, specifier: string): readonly Violation[] {
  const name = specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
  if (file.startsWith('reports/') && !file.endsWith('.test.ts') && !name.startsWith('node:')) {
    return [`${file}: imports ${name}, and reports/ uses no package`]
  }
  const home = PACKAGE_HOMES[name]
  return home === undefined || home.test(file) || file.endsWith('.test.ts')
    ? []
    : [`${file}: imports ${name}, which is used only in ${home.source}`]
}

const commentOrText = /'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//g

function withoutComments(source: string): string {
  return source.replace(commentOrText, (found) => (found.startsWith('/') ? '' : found))
}

/** Texts may speak of effects; the specifiers of imports stay. */
function withoutTexts(code: string): string {
  return code.replace(/(\bfrom\s*)?('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*")/g, (found, from) =>
    from === undefined ? "''" : found,
  )
}
