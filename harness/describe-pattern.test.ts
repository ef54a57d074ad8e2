import { expect, test } from 'vitest'
import { describePattern } from './describe-pattern.ts'
import type { Pattern } from './scenario/pattern.ts'

test.each<[Pattern, string]>([
  ['home', '"home"'],
  [{ a: 1 }, '{"a":1}'],
  [{ $match: 'a' }, 'a text that matches /a/'],
  [{ $match: '/a/i' }, 'a text that matches /a/i'],
  [{ $contains: { $match: 'a' } }, 'something that contains a text that matches /a/'],
  [{ $present: true }, 'something'],
  [{ $absent: true }, 'nothing'],
  [{ $gte: 1 }, '{"$gte":1}'],
])('%j reads as "%s"', (pattern, expected) => {
  expect(describePattern(pattern)).toBe(expected)
})
