import { expect, test } from 'vitest'
import { readScopes, scopeKey } from './scopes.ts'

test.each([
  ['a text', 'a/.default', ['a/.default']],
  ['a list', ['b', 'a'], ['b', 'a']],
  ['words in one text', 'a b', ['a', 'b']],
  ['a scope that is there twice', ['a', 'a'], ['a', 'a']],
])('%s is read in its order', (_, scopes, expected) => {
  expect(readScopes(scopes)).toEqual(expected)
})

test.each([
  ['an empty list', [], 'scopes: expected at least one scope, and the list is empty'],
  ['an empty text', '', 'scopes: expected a scope, received a blank text'],
  ['a blank among scopes', ['a', '  '], 'scopes: expected a scope, received a blank text'],
  ['a number in the list', [1], 'scopes: expected strings, received number'],
  [
    'nothing',
    undefined,
    'scopes: expected a string or a list of strings, such as "https://vault.azure.net/.default"',
  ],
])('%s is refused', (_, scopes, message) => {
  expect(() => readScopes(scopes)).toThrow(new TypeError(message))
})

test('order, case and repetition make no other key', () => {
  expect(scopeKey(['B', 'a', 'b'])).toBe(scopeKey(['a', 'b']))
  expect(scopeKey(['a'])).not.toBe(scopeKey(['a', 'b']))
})
