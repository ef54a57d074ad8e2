import { expect, test } from 'vitest'
import { aCheck, aFailure, aReport, aSubject } from './golden/sample-report.ts'
import { renderJson } from './json.ts'

test('a run is one document, on one line', () => {
  const report = aReport([aSubject(), aCheck(), aFailure()], { exit: 1 })
  const text = renderJson(report)

  expect(text.indexOf('\n')).toBe(text.length - 1)
  expect(JSON.parse(text)).toEqual({
    tool: 'touchstone/0.1.0',
    exit: 1,
    seed: 42,
    durationMs: 412,
    subjects: [
      {
        key: 'builtin:reference',
        name: 'reference',
        version: '0.1.0',
        language: 'javascript',
        clock: 'shim',
        totals: { pass: 1, fail: 1, error: 0, 'n/a': 0, 'not-run': 0 },
        levels: { MUST: { pass: 1, fail: 0 }, SHOULD: { pass: 0, fail: 1 } },
      },
    ],
    checks: [
      {
        address: 'claims/bypass-cache:not-from-cache',
        subject: 'builtin:reference',
        requirement: 'CACHE-12',
        level: 'MUST',
        verdict: 'pass',
        standing: 'ok',
      },
      {
        address: 'concurrency/cold-burst:one-request',
        subject: 'builtin:reference',
        requirement: 'CONC-01',
        level: 'SHOULD',
        verdict: 'fail',
        standing: 'new-failure',
        message: 'wire: expected 1 request, received 20 requests',
        blame: 'subject',
      },
    ],
  })
})

test('a precondition has no requirement and no level', () => {
  const report = aReport([aSubject(), aCheck({ requirement: null, level: null })])

  expect(JSON.parse(renderJson(report)).checks[0]).toMatchObject({ requirement: null, level: null })
})

test('a message of the subject stays data', () => {
  const message = '\u001b[2J\u009b\n"'
  const text = renderJson(aReport([aFailure({ message })]))

  expect(text.trimEnd()).toMatch(/^[\u0020-\u007e]*$/)
  expect(JSON.parse(text).checks[0].message).toBe(message)
})
