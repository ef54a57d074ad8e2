import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { effectViolations, importViolations, MAY_IMPORT, SHELL } from './boundaries.ts'

const root = fileURLToPath(new URL('..', import.meta.url))

test('no file imports what its folder may not use', () => {
  expect(sources().flatMap(([file, text]) => importViolations(file, text))).toEqual([])
})

test('only the shell reaches for time, chance, environment and I/O', () => {
  expect(sources().flatMap(([file, text]) => effectViolations(file, text))).toEqual([])
})

test('every line of the shell list names a file that is there', () => {
  const files = sources().map(([file]) => file)
  const unused = SHELL.filter(([pattern]) => !files.some((file) => pattern.test(file)))
  expect(unused.map(([pattern]) => pattern.source)).toEqual([])
})

test.each([
  ['harness/run.ts', "import type { Clock } from '../mock-authority/clock.ts'"],
  ['harness/run.ts', "import { render } from '../reports/console.ts'"],
  ['harness/run.ts', "import { judge } from './judge.ts'"],
  ['credential/subject.ts', "import type { Subject } from '../harness/subject.ts'"],
  ['mock-authority/mounts/msw.ts', "import { defineNetwork } from 'msw/experimental'"],
  ['reports/html.ts', "// import x from 'react'\nimport { escape } from './escape.ts'"],
  ['harness/judge.ts', "const text = `import { x } from './cli'`"],
])('%s may say: %s', (file, source) => {
  expect(importViolations(file, source)).toEqual([])
})

test.each([
  [
    'harness/run.ts',
    "import { x } from '../credential/subject.ts'",
    'imports credential/subject.ts, and harness/ may not use credential/',
  ],
  [
    'harness/run.ts',
    "const x = await import('../credential/subject.ts')",
    'imports credential/subject.ts, and harness/ may not use credential/',
  ],
  [
    'mock-authority/token.ts',
    "import type {\n  Subject,\n} from '../harness/subject.ts'",
    'imports harness/subject.ts, and mock-authority/ may not use harness/',
  ],
  [
    'reports/html.ts',
    "export { x } from '../harness/verdict.ts'",
    'imports harness/verdict.ts, and reports/ may not use harness/',
  ],
  ['reports/html.ts', "import 'react'", 'imports react, and reports/ uses no package'],
  [
    'credential/subject.ts',
    "import { capabilities } from '../harness/subject.ts'",
    'imports harness/subject.ts, of which it may import types only',
  ],
  [
    'credential/retry.ts',
    "import type { Subject } from '../harness/subject.ts'",
    'imports harness/subject.ts, and only credential/subject.ts knows the harness',
  ],
  [
    'harness/judge.ts',
    "import { http } from 'msw'",
    'imports msw, which is used only in ^mock-authority\\/mounts\\/',
  ],
  [
    'harness/judge.ts',
    "import { main } from './cli.ts'",
    'imports harness/cli.ts, which imports everything and is imported by nothing',
  ],
])('%s may not say: %s', (file, source, message) => {
  expect(importViolations(file, source)).toEqual([`${file}: ${message}`])
})

test.each([
  ['const now = Date.now()', 'the time'],
  ['const now = new Date()', 'the time'],
  ['const id = crypto.randomUUID()', 'chance'],
  ['setTimeout(() => {}, 1)', 'a timer'],
  ["const home = process.env['HOME']", 'the process'],
  ["console.log('x')", 'the console'],
  ['const answer = await fetch(url)', 'the network'],
  ["import { readFileSync } from 'node:fs'", 'files or processes'],
])('outside the shell it is refused to say: %s', (source, what) => {
  expect(effectViolations('harness/judge.ts', source)).toEqual([
    `harness/judge.ts: reaches for ${what}, which is to be an argument`,
  ])
})

test.each([
  ['harness/judge.ts', '/** Never calls `Date.now()`. */'],
  ['harness/judge.ts', "const message = 'set process.env, or console.log it' // Math.random"],
  ['harness/judge.ts', 'const date = new Date(seconds * 1000)'],
  ['harness/judge.ts', 'authority.process.run(); own.console.log(x); own.fetch(url)'],
  ['harness/cli.ts', 'process.exitCode = 1'],
  ['harness/judge.test.ts', 'console.log(Date.now())'],
])('in %s it is accepted to say: %s', (file, source) => {
  expect(effectViolations(file, source)).toEqual([])
})

/** All of our files but the checker and its test, which spell out what they forbid. */
function sources(): readonly (readonly [file: string, text: string])[] {
  return Object.keys(MAY_IMPORT).flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !/node_modules|^boundaries\./.test(name))
      .map((name) => join(root, folder, name))
      .map((path) => [relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  )
}
