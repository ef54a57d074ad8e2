import { expect, test } from 'vitest'
import { createTokenCache, covers, partitionOf, type CacheEntry } from './token-cache.ts'

const rules = { covers, partitionOf }
const always = (): boolean => true

test.each([
  ['the same question', {}, true],
  ['the tenant in capitals', { tenantId: 'HOME' }, true],
  ['the scopes in another order', { scopes: ['b', 'a'] }, true],
  ['the scopes in capitals', { scopes: ['A', 'B'] }, true],
  ['fewer scopes', { scopes: ['a'] }, true],
  ['more scopes', { scopes: ['a', 'b', 'c'] }, false],
  ['another scope', { scopes: ['c'] }, false],
  ['another tenant', { tenantId: 'other' }, false],
  ['CAE', { enableCae: true }, false],
])('a token for a and b serves %s: %s', (_, change, expected) => {
  const cache = createTokenCache(rules)
  const held = entry({})
  cache.keep(held, 0)
  const found = cache.find({ ...held.question, ...change }, always)
  expect(found === held).toBe(expected)
})

test('the token for exactly these scopes is preferred', () => {
  const cache = createTokenCache(rules)
  const exact = entry({ scopes: ['a'] })
  const larger = entry({ expiresOnMs: 9000 })
  cache.keep(exact, 0)
  cache.keep(larger, 0)
  expect(cache.find(exact.question, always)).toBe(exact)
  expect(cache.find(exact.question, (token) => token.expiresOnMs > 5000)).toBe(larger)
})

test('what was asked for later stays, whatever comes last', () => {
  const cache = createTokenCache(rules)
  const later = entry({ acquisition: 2 })
  cache.keep(later, 0)
  cache.keep(entry({ acquisition: 1 }), 0)
  expect(cache.find(later.question, always)).toBe(later)
})

test('what has expired is forgotten when something is kept', () => {
  const cache = createTokenCache(rules)
  const old = entry({})
  cache.keep(old, 0)
  cache.keep(entry({ scopes: ['c'], expiresOnMs: 9000 }), 1000)
  expect(cache.find(old.question, always)).toBeUndefined()
})

function entry(change: {
  readonly scopes?: readonly string[]
  readonly expiresOnMs?: number
  readonly acquisition?: number
}): CacheEntry {
  const { scopes = ['a', 'b'], expiresOnMs = 1000, acquisition = 1 } = change
  return {
    question: { scopes, tenantId: 'home', enableCae: false },
    token: { token: 't', expiresOnMs, refreshAfterMs: undefined },
    acquisition,
  }
}
