import { expect, test } from 'vitest'
import { match } from './matchers.ts'
import type { Pattern } from './scenario/pattern.ts'

test.each<[string, Pattern, unknown]>([
  ['an equal scalar', 'home', 'home'],
  ['null', null, null],
  ['an object with more members', { a: 1 }, { a: 1, b: 2 }],
  ['no members named', {}, { b: 2 }],
  ['a list item by item', [1, { a: 2 }], [1, { a: 2, b: 3 }]],
  ['an empty list', [], []],
  ['a regular expression', { $match: '^ab' }, 'abc'],
  ['a regular expression with flags', { $match: '/^AB/i' }, 'abc'],
  ['a part of a text', { $contains: 'b' }, 'abc'],
  ['an item of a list', { $contains: { a: 1 } }, [{ a: 0 }, { a: 1, b: 2 }]],
  ['one of several', { $oneOf: ['a', { $match: '^b' }] }, 'bc'],
  ['absence', { $absent: true }, undefined],
  ['null as absence', { $absent: true }, null],
  ['an absent member', { a: { $absent: true } }, {}],
  ['presence', { $present: true }, ''],
  ['JSON in a text', { $json: { a: [1] } }, '{"a":[1],"b":2}'],
  ['two bounds', { $gte: 1, $lte: 2 }, 2],
  ['a pattern that does not fit', { $not: { $match: 'x' } }, 'abc'],
  ['operators beside members', { $present: true, a: 1 }, { a: 1 }],
])('%s fits', (_what, pattern, value) => {
  expect(match(pattern, value, 'it')).toEqual([])
})

test.each<[string, Pattern, unknown, string, string, string]>([
  ['another text', 'home', 'other', 'it', '"home"', '"other"'],
  ['a number for its text', '3600', 3600, 'it', '"3600"', '3600 (a number, not a string)'],
  ['nothing for null', null, undefined, 'it', 'null', 'nothing'],
  ['a missing member', { a: { b: 1 } }, { a: {} }, 'it.a.b', '1', 'nothing'],
  [
    'an inherited member',
    { toString: { $present: true } },
    {},
    'it.toString',
    'something',
    'nothing',
  ],
  [
    'a header',
    { 'content-type': 'a' },
    { 'content-type': 'b' },
    'it["content-type"]',
    '"a"',
    '"b"',
  ],
  ['a shorter list', [1, 2], [1], 'it', '[1,2]', '[1]'],
  ['an item', [1, 2], [1, 3], 'it[1]', '2', '3'],
  ['no list', [1], 'x', 'it', 'a list [1]', '"x"'],
  ['no object', { a: 1 }, 'x', 'it', 'an object', '"x"'],
  ['a list for an object', {}, [], 'it', 'an object', '[]'],
  ['no match', { $match: 'a' }, 'b', 'it', 'a text that matches /a/', '"b"'],
  ['no text to match', { $match: '1' }, 1, 'it', 'a text that matches /1/', '1'],
  ['no part', { $contains: 'x' }, 'abc', 'it', 'something that contains "x"', '"abc"'],
  [
    'no item',
    { $contains: { $match: 'x' } },
    ['a'],
    'it',
    'something that contains a text that matches /x/',
    '["a"]',
  ],
  ['none of several', { $oneOf: ['a', 'b'] }, 'c', 'it', 'one of "a", "b"', '"c"'],
  ['presence', { $absent: true }, 'a', 'it', 'nothing', '"a"'],
  ['absence', { $present: true }, null, 'it', 'something', 'null'],
  ['no JSON', { $json: {} }, 'a', 'it', 'a JSON text', '"a"'],
  ['another JSON', { $json: { a: 1 } }, '{"a":2}', 'it.a', '1', '2'],
  ['too small', { $gte: 2 }, 1, 'it', 'at least 2', '1'],
  ['too big', { $lte: 2 }, 3, 'it', 'at most 2', '3'],
  ['a bound of a text', { $gte: 2 }, '3', 'it', 'at least 2', '"3"'],
  ['not a number', { $gte: 2 }, Number.NaN, 'it', 'at least 2', 'NaN'],
  ['what must not fit', { $not: { $present: true } }, 'a', 'it', 'not something', '"a"'],
])('%s is a difference', (_what, pattern, value, where, expected, received) => {
  expect(match(pattern, value, 'it')).toEqual([{ where, expected, received }])
})

test('every member that differs is told', () => {
  expect(match({ a: 1, b: 2 }, { a: 2, b: 3 }, 'it').map(({ where }) => where)).toEqual([
    'it.a',
    'it.b',
  ])
})

test('a long value is cut to one line of 200 characters', () => {
  const [difference] = match('a', 'b'.repeat(500), 'it')
  expect(difference?.received).toHaveLength(200)
  expect(difference?.received.endsWith('…')).toBe(true)
})

const cycle: Record<string, unknown> = {}
cycle['self'] = cycle

test.each<[string, unknown]>([
  ['a cycle', cycle],
  ['a bigint', 1n],
  ['a symbol', Symbol('x')],
  ['a function', () => undefined],
  ['an object without prototype', Object.create(null)],
  [
    'an object whose JSON form throws',
    {
      toJSON: () => {
        throw new Error('no')
      },
    },
  ],
])('%s is compared and shown without an exception', (_what, value) => {
  const patterns: readonly Pattern[] = [
    'a',
    null,
    [1],
    { self: 'x' },
    { $match: 'a' },
    { $json: 1 },
    { $not: {} },
  ]
  for (const pattern of patterns) expect(() => match(pattern, value, 'it')).not.toThrow()
  expect(match('a', value, 'it')).toHaveLength(1)
})
