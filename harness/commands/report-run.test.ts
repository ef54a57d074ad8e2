import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { decodeReport } from '../../reports/ndjson.ts'
import type { Observation } from '../observation.ts'
import { exchange, observed, refusal, token } from '../observation-for-tests.ts'
import { brokenPlayer, oneCall, playerFor } from '../player-for-tests.ts'
import type { RunFlags } from './run-flags.ts'
import { type Players, reportRun } from './report-run.ts'
import { createFakeTerminal } from './terminal-for-tests.ts'

const works = () =>
  observed([{ outcomes: [token(1)], exchanges: [exchange(1)] }, {}, { outcomes: [token(2)] }])
const fails = () => observed([{ outcomes: [refusal()], exchanges: [exchange(1)] }])

test('a subject that passes exits with 0 and leaves a whole report', async () => {
  const { exit, terminal, cwd } = await run(works)
  const report = decodeReport(readFileSync(join(cwd, 'reports/out/events.ndjson'), 'utf8'))

  expect(exit).toBe(0)
  expect(terminal.answered()).toContain(' ✓ mine/one  1 check')
  expect(terminal.answered()).toContain('report: reports/out/events.ndjson')
  expect(terminal.talked()).toBe('')
  expect(report.truncated).toBe(false)
  expect(report.events.map(({ t }) => t)).toEqual([
    'run',
    'subject',
    'scenario',
    'exchange',
    'check',
    'end',
  ])
})

test('a subject that fails exits with 1 and says how to see it again', async () => {
  const { exit, terminal } = await run(fails)

  expect(exit).toBe(1)
  expect(terminal.answered()).toContain(
    '   again npx touchstone run mine/one:brings-a-token --subject ./mine.ts --scenarios mine-too --trace\n',
  )
  expect(terminal.answered()).toContain('\n 1 new failure · 1 check · ')
})

test('a failure that the baseline lists is counted only', async () => {
  const { exit, terminal } = await run(fails, { baseline: 'known.yaml' })

  expect(exit).toBe(0)
  expect(terminal.answered()).toContain('known failures 1')
  expect(terminal.answered()).toContain(
    ' ! known.yaml:1:10: "mine/one:brings-a-token" expires on 2026-12-01, in 6 days\n',
  )
})

test('JSON is one document, and nothing else', async () => {
  const { exit, terminal } = await run(fails, { json: true })

  expect(JSON.parse(terminal.answered())).toMatchObject({
    exit,
    subjects: [{ key: './mine.ts', totals: { fail: 1 } }],
    checks: [{ address: 'mine/one:brings-a-token', verdict: 'fail', blame: 'subject' }],
  })
})

test('a subject that cannot be started exits with 2', async () => {
  const players = new Map([['./mine.ts', brokenPlayer({ blame: 'subject', message: 'gone' })]])
  const { exit, terminal } = await run(works, {}, players)

  expect(exit).toBe(2)
  expect(terminal.answered()).toContain('./mine.ts · could not be started\n! gone\n')
})

test('Ctrl-C ends a run that hangs, with a report that says so', async () => {
  const cwd = workspace()
  const terminal = createFakeTerminal({ cwd })
  const player = playerFor(
    (id) =>
      new Promise<Observation>((resolve) => {
        if (id.startsWith('smoke/')) resolve(works())
        else terminal.interrupt()
      }),
  )

  expect(await reportRun(flags({}), new Map([['./mine.ts', player]]), terminal)).toBe(130)
  const report = decodeReport(readFileSync(join(cwd, 'reports/out/events.ndjson'), 'utf8'))
  expect(report.events.at(-1)).toMatchObject({ t: 'end', exit: 130, incomplete: true })
  expect(terminal.answered()).toContain('interrupted: this report is incomplete')
})

test('a default report folder that cannot be written is one warning', async () => {
  const cwd = workspace()
  writeFileSync(join(cwd, 'reports'), 'a file where a folder is to be')
  const { exit, terminal } = await run(works, {}, undefined, cwd)

  expect(exit).toBe(0)
  expect(terminal.talked()).toBe(
    'touchstone: reports/out: cannot be written (ENOTDIR); the run goes on without a report file\n',
  )
})

test('a report folder that was asked for has to be writable', async () => {
  const cwd = workspace()
  writeFileSync(join(cwd, 'taken'), '')

  await expect(run(works, { out: 'taken' }, undefined, cwd)).rejects.toMatchObject({
    code: 'bad-usage',
    message: '--out taken: cannot be written (EEXIST)',
  })
})

test('a baseline that is not there is bad usage', async () => {
  await expect(run(works, { baseline: 'no.yaml' })).rejects.toMatchObject({
    code: 'bad-usage',
    message: '--baseline no.yaml: cannot be read; a baseline file would be right',
  })
})

test('somebody who watches sees the progress, and nothing of it stays', async () => {
  const cwd = workspace()
  const terminal = createFakeTerminal({ cwd, watched: true })
  await reportRun(flags({}), playing(works), terminal)

  expect(terminal.talked()).toBe('\r\u001b[K1/1\r\u001b[K')
})

async function run(
  observe: () => Observation,
  members: Partial<RunFlags> = {},
  players: Players = playing(observe),
  cwd: string = workspace(),
) {
  const terminal = createFakeTerminal({ cwd })
  const exit = await reportRun(flags(members), players, terminal)
  return { exit, terminal, cwd }
}

function playing(observe: () => Observation): Players {
  return new Map([['./mine.ts', playerFor(observe)]])
}

/** A folder of a user, with one scenario of their own and one known failure. */
function workspace(): string {
  const cwd = mkdtempSync(join(tmpdir(), 'report-run-'))
  mkdirSync(join(cwd, 'mine-too/mine'), { recursive: true })
  writeFileSync(join(cwd, 'mine-too/mine/one.yaml'), `title: A claim of a test\nsteps:\n${oneCall}`)
  writeFileSync(
    join(cwd, 'known.yaml'),
    '- check: mine/one:brings-a-token\n  message: "token: expected"\n  why: It is being mended.\n  expires: 2026-12-01\n',
  )
  return cwd
}

function flags(members: Partial<RunFlags>): RunFlags {
  return {
    selectors: ['mine/one'],
    subject: ['./mine.ts'],
    scenarios: ['mine-too'],
    failOn: 'must',
    seed: 42,
    jobs: 1,
    color: true,
    ...members,
  }
}
