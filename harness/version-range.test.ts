import { expect, test } from 'vitest'
import { isInRange, isVersionRange } from './version-range.ts'

test.each([
  ['4.14.1', '<5', true],
  ['5.0.0', '<5', false],
  ['4.14.1', '4.14.1', true],
  ['4.14.2', '4.14.1', false],
  ['4.14.2', '4.14', true],
  ['4.14.2', '>4.14', false],
  ['4.15.0', '>4.14', true],
  ['4.14.2', '<=4.14', true],
  ['4.14.2', '>=4.1 <4.14.2', false],
  ['4.14.1', '>=4.1 <4.14.2', true],
  ['v1.14.0-beta.2', '=1.14.0', true],
  ['unknown', '<5', false],
])('whether %s is in %s: %s', (version, range, expected) => {
  expect(isInRange(version, range)).toBe(expected)
})

test.each([
  ['<5', true],
  ['>=4.1 <4.15', true],
  ['4.14.1', true],
  ['^4.1', false],
  ['', false],
  ['latest', false],
])('whether "%s" is a range: %s', (text, expected) => {
  expect(isVersionRange(text)).toBe(expected)
})
