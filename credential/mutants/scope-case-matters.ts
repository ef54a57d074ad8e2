import { breakRules } from '../mutant.ts'
import { partitionOf } from '../token-cache.ts'

/** The same scope in capitals is another scope. */
export default breakRules('CACHE-07', () => ({
  partitionOf: (question) => `${partitionOf(question)} ${question.scopes.toSorted().join(' ')}`,
}))
