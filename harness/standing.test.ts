import { expect, test } from 'vitest'
import type { Standing } from '../reports/events.ts'
import type { BaselineEntry } from './baseline.ts'
import { type GatedResult, type GateRules, standingOf } from './standing.ts'
import type { Verdict } from './verdict.ts'

const FAIL: Verdict = {
  verdict: 'fail',
  blame: 'subject',
  differences: [{ where: 'wire', expected: '1 request', received: '20 requests' }],
}
const PASS: Verdict = { verdict: 'pass' }
const NOT_APPLICABLE: Verdict = { verdict: 'n/a', reason: 'needs cae' }
const NOT_RUN: Verdict = { verdict: 'not-run', reason: 'not reached' }
const ERROR: Verdict = { verdict: 'error', blame: 'driver', message: 'it is gone' }

const KNOWN = entry({})
const OTHER_MESSAGE = entry({ message: 'token: ' })
const OLD = entry({ expires: '2026-11-22' })
const FLAKY = entry({ flaky: true, message: undefined })

test.each<[string, Verdict, readonly BaselineEntry[], Standing]>([
  ['a failure that is not listed', FAIL, [], 'new-failure'],
  ['a failure as listed', FAIL, [KNOWN], 'known-failure'],
  [
    'a failure as listed, on the last day',
    FAIL,
    [entry({ expires: '2026-11-23' })],
    'known-failure',
  ],
  ['a failure with another message', FAIL, [OTHER_MESSAGE], 'changed'],
  ['a failure whose entry has expired', FAIL, [OLD], 'expired'],
  ['a failure of which one of two entries fits', FAIL, [OTHER_MESSAGE, KNOWN], 'known-failure'],
  ['a failure whose fitting entry has expired', FAIL, [OTHER_MESSAGE, OLD], 'expired'],
  ['a known failure that passes', PASS, [KNOWN], 'fixed'],
  ['an expired failure that passes', PASS, [OLD], 'fixed'],
  ['a pass that is not listed', PASS, [], 'ok'],
  ['a flaky check that passes', PASS, [FLAKY], 'flaky'],
  ['a flaky check that fails', FAIL, [FLAKY], 'flaky'],
  [
    'a flaky check after its expiry',
    FAIL,
    [entry({ flaky: true, expires: '2026-11-22' })],
    'expired',
  ],
  [
    'a flaky check that passes after its expiry',
    PASS,
    [entry({ flaky: true, expires: '2026-11-22' })],
    'expired',
  ],
  ['a listed check that does not apply', NOT_APPLICABLE, [KNOWN], 'stale'],
  ['a listed check that was not run', NOT_RUN, [KNOWN], 'stale'],
  ['a check that does not apply', NOT_APPLICABLE, [], 'ok'],
  ['an error, listed or not', ERROR, [KNOWN], 'ok'],
])('the standing of %s', (_what, verdict, baseline, standing) => {
  expect(standingOf(result({ verdict }), rules({ baseline }))).toBe(standing)
})

test.each<[string, Partial<GatedResult>, Partial<GateRules>, Standing]>([
  ['a failed SHOULD', { level: 'SHOULD' }, {}, 'not-scored'],
  ['a failed SHOULD that is listed', { level: 'SHOULD' }, { baseline: [KNOWN] }, 'known-failure'],
  ['a failed SHOULD, if that is to fail', { level: 'SHOULD' }, { failOn: 'should' }, 'new-failure'],
  ['a failed CHAR', { level: 'CHAR' }, { failOn: 'should' }, 'not-scored'],
  ['a failure without a level', { level: null }, {}, 'new-failure'],
])('%s is scored by its level', (_what, of, by, standing) => {
  expect(standingOf(result({ verdict: FAIL, ...of }), rules(by))).toBe(standing)
})

test('under a filter no entry is stale', () => {
  const filtered = rules({ baseline: [KNOWN], filtered: true })
  expect(standingOf(result({ verdict: NOT_RUN }), filtered)).toBe('ok')
})

test.each<[string, Partial<BaselineEntry>, boolean]>([
  ['another check', { check: 'caching/hit:second' }, false],
  ['the connection string', { subject: 'npm:@azure/identity' }, true],
  ['the name', { subject: '@azure/identity' }, true],
  ['another subject', { subject: 'builtin:reference' }, false],
  ['its version', { when: { version: '<5' } }, true],
  ['another version', { when: { version: '<4' } }, false],
  ['another language', { when: { language: 'python' } }, false],
  ['another system', { when: { os: 'win32' } }, false],
  ['all of it', { when: { version: '4', language: 'javascript', os: 'linux' } }, true],
])('an entry for %s applies: %s', (_what, members, applies) => {
  const standing = standingOf(result({ verdict: FAIL }), rules({ baseline: [entry(members)] }))
  expect(standing).toBe(applies ? 'known-failure' : 'new-failure')
})

function entry(members: {
  readonly [Name in keyof BaselineEntry]?: BaselineEntry[Name] | undefined
}): BaselineEntry {
  return {
    check: 'caching/hit:first',
    message: 'wire: expected 1 request',
    why: 'The fix is under way.',
    expires: '2026-12-31',
    place: 'b.yaml:1:1',
    ...members,
  } as BaselineEntry
}

function result(members: Partial<GatedResult>): GatedResult {
  return {
    address: 'caching/hit:first',
    subject: {
      key: 'npm:@azure/identity',
      name: '@azure/identity',
      version: '4.14.1',
      language: 'javascript',
    },
    level: 'MUST',
    verdict: PASS,
    ...members,
  }
}

function rules(members: Partial<GateRules>): GateRules {
  return {
    baseline: [],
    failOn: 'must',
    today: '2026-11-23',
    os: 'linux',
    filtered: false,
    ...members,
  }
}
