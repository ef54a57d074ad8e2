import { expect, test } from 'vitest'
import { printable, printableDeep, printableJson, shorten } from './escape.ts'

test.each([
  ['a colour sequence', '\u001b[31mred\u001b[0m', '\\u001b[31mred\\u001b[0m'],
  ['a one-byte CSI', '\u009b2J', '\\u009b2J'],
  ['a line break', 'one\r\n\ttwo', 'one\\r\\n\\ttwo'],
  ['a right-to-left override', 'abc\u202edef', 'abc\\u202edef'],
  ['a zero-width space', 'a\u200bb', 'a\\u200bb'],
  ['half a surrogate pair', 'a\ud800b', 'a\\ud800b'],
  ['letters of any script', 'Zürich 東京 🙂', 'Zürich 東京 🙂'],
])('%s is seen and not obeyed', (_what, text, shown) => {
  expect(printable(text)).toBe(shown)
})

test('escaped JSON has the value it had', () => {
  const value = { text: 'a\u009b\u202e\u001bb', list: ['\u007f'] }
  const text = printableJson(JSON.stringify(value))

  expect(text).toMatch(/^[\u0020-\u007e]*$/)
  expect(JSON.parse(text)).toEqual(value)
})

test('texts are escaped at any depth, and nothing else changes', () => {
  expect(printableDeep({ a: ['\u001b', { 'k\u0007': null }], n: 1, yes: true })).toEqual({
    a: ['\\u001b', { 'k\\u0007': null }],
    n: 1,
    yes: true,
  })
})

test('a long text is cut, and says so', () => {
  expect(shorten('abcdef', 6)).toBe('abcdef')
  expect(shorten('abcdefg', 6)).toBe('abcde…')
})
