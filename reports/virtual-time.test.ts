import { expect, test } from 'vitest'
import { clockTime, realTime, roughTime } from './virtual-time.ts'

test.each([
  [0, '00:00:00'],
  [3661, '01:01:01'],
  [86_400, '24:00:00'],
  [360_000, '100:00:00'],
  [0.5, '00:00:00.500'],
  [59.9999, '00:01:00'],
])('%d virtual seconds are %s on the clock', (seconds, text) => {
  expect(clockTime(seconds)).toBe(text)
})

test.each([
  [0, '0s'],
  [0.4, '0s'],
  [30, '30s'],
  [3600, '1h'],
  [7530, '2h 5m'],
  [90_061, '1d 1h'],
])('%d virtual seconds take about %s', (seconds, text) => {
  expect(roughTime(seconds)).toBe(text)
})

test.each([
  [9.4, '9ms'],
  [999, '999ms'],
  [1234, '1.23s'],
])('%d real milliseconds are %s', (milliseconds, text) => {
  expect(realTime(milliseconds)).toBe(text)
})
