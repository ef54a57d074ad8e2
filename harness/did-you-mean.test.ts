import { expect, test } from 'vitest'
import { didYouMean } from './did-you-mean.ts'

test.each([
  ['one letter too few', 'scope', '; did you mean "scopes"?'],
  ['another case', 'tenantid', '; did you mean "tenantId"?'],
  ['two letters swapped', 'calims', '; did you mean "claims"?'],
  ['only the beginning', 'enable', '; did you mean "enableCae"?'],
  ['nothing near', 'banana', ''],
  ['nothing at all', '', ''],
])('the word meant by %s is found', (_what, word, expected) => {
  expect(didYouMean(word, ['scopes', 'claims', 'tenantId', 'enableCae'])).toBe(expected)
})
