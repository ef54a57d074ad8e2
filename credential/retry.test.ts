import { expect, test } from 'vitest'
import { NetworkError } from './errors.ts'
import { defaultRetryOptions, isRetriable, readRetryAfterMs, retryDelayMs } from './retry.ts'

const NOW_MS = Date.parse('Wed, 25 Nov 2026 10:00:00 GMT')

test.each([408, 429, 500, 502, 503, 504])('HTTP %i is tried again', (status) => {
  expect(isRetriable({ status, headers: {}, text: '' })).toBe(true)
})

test.each([200, 302, 400, 401, 403, 404, 501, 505])('HTTP %i is not tried again', (status) => {
  expect(isRetriable({ status, headers: { 'retry-after': '1' }, text: '' })).toBe(false)
})

test('a connection that breaks is tried again', () => {
  expect(isRetriable(new NetworkError('x', 'ECONNRESET'))).toBe(true)
})

test.each([
  ['seconds', { 'retry-after': '120' }, 120_000],
  ['a date', { 'retry-after': 'Wed, 25 Nov 2026 10:00:30 GMT' }, 30_000],
  ['a date that is past', { 'retry-after': 'Wed, 25 Nov 2026 09:00:00 GMT' }, 0],
  ['milliseconds', { 'retry-after-ms': '50', 'retry-after': '9' }, 50],
  ['milliseconds of Azure', { 'x-ms-retry-after-ms': '70' }, 70],
  ['nonsense', { 'retry-after': 'in 5 minutes' }, undefined],
  ['nothing', {}, undefined],
])('Retry-After as %s', (_, headers, expected) => {
  expect(readRetryAfterMs(headers, NOW_MS)).toBe(expected)
})

test.each([
  [0, 0.5, 800],
  [1, 0.5, 1600],
  [2, 0.5, 3200],
  [0, 0, 640],
  [9, 0.5, undefined],
])('after %i retries and a chance of %d the next waits %s ms', (retries, random, expected) => {
  expect(delay({}, retries, random)).toBe(expected)
})

test('a delay of our own has its bound', () => {
  const outcome = { status: 503, headers: {}, text: '' }
  const state = { retries: 2, nowMs: NOW_MS, random: 0.5 }
  const options = { ...defaultRetryOptions, maxRetryDelayInMs: 1000 }
  expect(retryDelayMs(outcome, state, options)).toBe(1000)
})

test('what the authority asks for is kept, up to five minutes', () => {
  expect(delay({ 'retry-after': '300' }, 0, 0.5)).toBe(300_000)
  expect(delay({ 'retry-after': '301' }, 0, 0.5)).toBeUndefined()
})

function delay(
  headers: Readonly<Record<string, string>>,
  retries: number,
  random: number,
): number | undefined {
  const state = { retries, nowMs: NOW_MS, random }
  return retryDelayMs({ status: 503, headers, text: '' }, state, defaultRetryOptions)
}
