import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const bin = fileURLToPath(new URL('./bin/touchstone.js', import.meta.url))
const subjects = fileURLToPath(new URL('./child/subjects-for-tests/', import.meta.url))

interface Run {
  readonly exit: number | null
  readonly answer: string
  readonly talk: string
  /** The report file. */
  readonly events: string
}

/** The whole program in a process of its own, as a person starts it. */
async function touchstone(...argv: readonly string[]): Promise<Run> {
  const out = mkdtempSync(join(tmpdir(), 'touchstone-cli-'))
  const report = argv[0] === 'run' ? ['--out', out] : []
  const child = spawn(process.execPath, [bin, ...argv, ...report], { cwd: subjects })
  const said = { answer: '', talk: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.answer += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.talk += chunk.toString()))
  const exit = await new Promise<number | null>((resolve) => void child.once('close', resolve))
  const events = exit === 3 ? '' : readFileSync(join(out, 'events.ndjson'), 'utf8')
  rmSync(out, { recursive: true })
  return { exit, ...said, events }
}

/** The verdicts of a run as JSON: how many of each, and whom they blame. */
function verdictsOf({ answer }: Run): Readonly<Record<string, number>> {
  const { checks } = JSON.parse(answer) as { checks: { verdict: string; blame?: string }[] }
  const words = checks.map(({ verdict, blame }) =>
    blame === undefined ? verdict : `${verdict} ${blame}`,
  )
  return Object.fromEntries(
    [...Map.groupBy(words, (word) => word)].map(([word, { length }]) => [word, length]),
  )
}

test.each([
  ['an unknown scenario', ['run', 'caching/second-cal'], /did you mean "caching\/second-call"/],
  [
    'an unknown flag',
    ['run', '--sed'],
    /^touchstone: unknown option '--sed'; did you mean "--seed"\?\n$/,
  ],
  [
    'an unknown subject',
    ['run', '--subject', 'builtin:referense'],
    /did you mean "builtin:reference"/,
  ],
  ['a baseline that is not there', ['run', '--baseline', 'nowhere.yaml'], /nowhere\.yaml/],
  ['a number that is none', ['run', '--seed', 'many'], /seed/],
])('%s is one line on stderr and exit 3', async (_what, argv, message) => {
  const run = await touchstone(...argv)
  expect(run).toMatchObject({ exit: 3, answer: '' })
  expect(run.talk).toMatch(message)
  expect(run.talk).not.toMatch(/\n\s+at /)
})

test('a subject that throws at import cannot be measured: exit 2, blame subject', async () => {
  const run = await touchstone(
    'run',
    'caching/second-call',
    '--subject',
    './throws-at-import.ts',
    '--json',
  )
  expect(run.exit).toBe(2)
  expect(verdictsOf(run)).toEqual({ 'error subject': 3 })
  expect(run.answer).toContain('no configuration found')
})

test.each([
  ['never settles', './never-settles.ts'],
  ['returns garbage', './returns-garbage.ts'],
])(
  'a subject that %s fails: exit 1, blame subject, and the other scenarios are played',
  async (_what, subject) => {
    const run = await touchstone(
      'run',
      'caching/second-call',
      'api/no-scopes',
      '--subject',
      subject,
      '--json',
    )
    expect(run.exit).toBe(1)
    expect(Object.keys(verdictsOf(run))).toContain('fail subject')
    expect(run.events).toContain('"id":"caching/second-call"')
    expect(run.events).toContain('"id":"api/no-scopes"')
  },
)

test('where every scenario needs what the subject does not claim, exit is 4', async () => {
  expect(
    await touchstone('run', 'claims/bypass-cache', '--subject', './returns-garbage.ts'),
  ).toMatchObject({ exit: 4 })
})

test('a report of the reference ends with its exit code, and holds no raw token', async () => {
  const run = await touchstone('run', 'caching/second-call', 'errors/truncated-token')
  expect(run.exit).toBe(0)
  expect(JSON.parse(run.events.trim().split('\n').at(-1) ?? '')).toMatchObject({
    t: 'end',
    exit: 0,
  })
  expect(`${run.events}${run.answer}${run.talk}`).not.toMatch(/eyJ[\w-]{10,}/)
  expect(run.events).toContain('<token#1 home>')
})

test('a check whose requirement nobody has written down is refused, with its place', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'touchstone-mine-'))
  const file = join(folder, 'mine.yaml')
  writeFileSync(
    file,
    'title: A claim of my own\nsteps:\n  - getToken: {}\n    expect:\n      x: { req: CACHE-99, token: { $present: true } }\n',
  )
  const run = await touchstone('run', file)
  rmSync(folder, { recursive: true })
  expect(run.exit).toBe(3)
  expect(run.talk).toMatch(
    /mine\.yaml:5:17: "CACHE-99" is in no registry file; did you mean "CACHE-19"\?\n$/,
  )
})

test('a reader that goes away ends the talk quietly', async () => {
  const child = spawn(process.execPath, [bin, 'list'], { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.destroy()
  const [err, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])

  expect({ err, code }).toEqual({ err: '', code: 0 })
})
