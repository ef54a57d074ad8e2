import { expect, test } from 'vitest'
import type { ConsoleOptions } from './console-options.ts'
import { renderConsole } from './console.ts'
import {
  aCheck,
  aFailure,
  aNote,
  aReport,
  aScenario,
  aSubject,
  sampleReport,
} from './golden/sample-report.ts'
import { plain } from './paint.ts'

test('a run with one of everything reads as a person needs it', async () => {
  const text = renderConsole(sampleReport, options({ reportFile: 'reports/out/events.ndjson' }))

  await expect(text).toMatchFileSnapshot('golden/console.txt')
})

test('a verbose run with its wire shows every check and every exchange', async () => {
  const text = renderConsole(sampleReport, options({ detail: 'verbose', trace: true }))

  await expect(text).toMatchFileSnapshot('golden/console-verbose-trace.txt')
})

test('a quiet run shows failures and sums only', async () => {
  const text = renderConsole(sampleReport, options({ detail: 'quiet' }))

  await expect(text).toMatchFileSnapshot('golden/console-quiet.txt')
})

test('a run in which everything passes ends with its score and the hint', () => {
  const report = aReport([aSubject(), aScenario(), aCheck()])

  expect(renderConsole(report, options({ hint: 'now your own' }))).toBe(
    [
      'touchstone 0.1.0 · reference 0.1.0 (javascript) · clock: shim',
      '',
      ' ✓ claims/bypass-cache  1 check                             9ms',
      '',
      ' MUST 1/1 · SHOULD 0/0 · n/a 0 · known failures 0',
      ' no new failure · 1 check · 412ms',
      '',
      ' now your own',
      '',
    ].join('\n'),
  )
})

test('a failure takes at most twelve lines', () => {
  const text = renderConsole(sampleReport, options({ detail: 'quiet' }))
  const blocks = text.split(/\n(?=\d+\) )/).slice(1, -1)

  expect(blocks.map((block) => block.trimEnd().split('\n').length <= 12)).toEqual(
    blocks.map(() => true),
  )
  expect(blocks.length).toBeGreaterThan(0)
})

test('five failures with one message are shown once', () => {
  const failures = ['a', 'b', 'c', 'd', 'e'].map((name) =>
    aFailure({ address: `concurrency/cold-burst:${name}` }),
  )
  const text = renderConsole(
    aReport([aSubject(), aScenario({ id: 'concurrency/cold-burst' }), ...failures], { exit: 1 }),
    options({}),
  )

  expect(text.match(/^\d+\) /gm)).toHaveLength(1)
  expect(text).toContain(
    '   same cause 5 checks, also concurrency/cold-burst:b, concurrency/cold-burst:c, concurrency/cold-burst:d, and 1 more\n',
  )
  expect(text).toContain(' 5 new failures · 5 checks')
})

test('an interrupted run says that it is incomplete', () => {
  const text = renderConsole(aReport([aSubject()], { exit: 130, incomplete: true }), options({}))

  expect(text).toContain(' interrupted: this report is incomplete · no new failure · 0 checks')
})

test('nothing that a subject wrote reaches the terminal as an order', () => {
  const hostile = '\u001b]0;pwned\u0007\u009b2J\r\u202e'
  const report = aReport([
    aSubject({ name: hostile }),
    aScenario({ id: 'concurrency/cold-burst', title: hostile }),
    aFailure({
      message: hostile,
      differences: [{ where: hostile, expected: '1', received: hostile }],
    }),
  ])

  const text = renderConsole(report, options({ detail: 'verbose', trace: true }))
  expect(text.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/)
  expect(text).toContain('\\u001b]0;pwned\\u0007')
})

test('the baseline is told where it is wrong', () => {
  const report = aReport(
    [
      aSubject(),
      aScenario(),
      aCheck({ address: 'claims/bypass-cache:fixed', standing: 'fixed' }),
      aCheck({
        address: 'claims/bypass-cache:gone',
        verdict: 'n/a',
        standing: 'stale',
        message: 'needs cae',
      }),
    ],
    { exit: 1 },
  )

  const text = renderConsole(report, options({}))
  expect(text).toContain('     passes, although the baseline lists it: remove the entry')
  expect(text).toContain(
    '     was not measured (n/a), although the baseline lists it: remove the entry',
  )
  expect(text).toContain(
    ' no new failure · 1 fixed but still in the baseline · 1 stale in the baseline · 2 checks',
  )
})

test('what the baseline has to say stands before the sums', () => {
  const text = 'known.yaml:3:5: "claims/bypass-cache:fixed" expires on 2026-12-01, in 6 days'
  const report = aReport([aSubject(), aNote({ subject: null, from: 'baseline', text })])

  expect(renderConsole(report, options({}))).toContain(
    `\n ! ${text}\n no new failure · 0 checks · 412ms\n`,
  )
})

test('unserved requests stand above the failures, equal ones once', () => {
  const notes = ['tcp 10.0.0.1:443', 'tcp 10.0.0.1:443', 'dns a', ...'bcdefghi'.split('')].map(
    (text) => aNote({ scenario: 'claims/bypass-cache', from: 'authority', text }),
  )
  const report = aReport([
    aSubject(),
    aScenario(),
    aFailure({ address: 'claims/bypass-cache:x' }),
    ...notes,
  ])

  expect(renderConsole(report, options({ detail: 'quiet' }))).toContain(
    [
      'unserved requests: refused, because nothing may leave the machine',
      '   claims/bypass-cache  tcp 10.0.0.1:443 (2 times)',
      '   claims/bypass-cache  dns a',
      ...'bcdefg'.split('').map((text) => `   claims/bypass-cache  ${text}`),
      '   and 2 more',
      '',
      '1) claims/bypass-cache:x',
    ].join('\n'),
  )
})

test('of a subject that could not be started the name and the reason are told', () => {
  const key = './broken.ts'
  const report = aReport([
    aSubject({ key, name: key, version: 'unknown', language: 'unknown', clock: 'none' }),
    aNote({ subject: key, text: 'cannot be loaded: SyntaxError: no' }),
  ])

  expect(renderConsole(report, options({}))).toContain(
    'touchstone 0.1.0 · ./broken.ts · could not be started\n! cannot be loaded: SyntaxError: no\n',
  )
})

function options(members: Partial<ConsoleOptions>): ConsoleOptions {
  return { paint: plain, detail: 'normal', trace: false, reportFile: null, hint: null, ...members }
}

test('a failed SHOULD that is not scored takes one line, and all of them when asked', () => {
  const unscored = aFailure({
    address: 'tenants/empty-tenant:goes-home',
    requirement: 'TEN-07',
    level: 'SHOULD',
    standing: 'not-scored',
  })
  const report = aReport([aSubject(), aScenario({ id: 'tenants/empty-tenant' }), unscored])

  expect(
    renderConsole(report, options({}))
      .split('\n')
      .filter((line) => line.includes('goes-home')),
  ).toEqual([expect.stringMatching(/^ {3}tenants\/empty-tenant:goes-home {2}TEN-07 {2}\S/)])
  expect(renderConsole(report, options({ detail: 'verbose' }))).toContain(
    '1) tenants/empty-tenant:goes-home',
  )
})

test('of very many failures the first forty are shown, and the others when asked', () => {
  const failures = Array.from({ length: 50 }, (_, index) =>
    aFailure({ address: `claims/bypass-cache:check-${index}`, message: `message ${index}` }),
  )
  const report = aReport([aSubject(), aScenario(), ...failures])

  expect(renderConsole(report, options({}))).toContain(
    'and 10 more failures; --verbose shows them all',
  )
  expect(renderConsole(report, options({ detail: 'verbose' }))).toContain(
    '50) claims/bypass-cache:check-49',
  )
})
