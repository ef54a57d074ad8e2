import { breakRules } from '../mutant.ts'
import { partitionOf } from '../token-cache.ts'

/** The same scopes in another order are other scopes. */
export default breakRules('CACHE-06', () => ({
  partitionOf: (question) => `${partitionOf(question)} ${question.scopes.join(' ').toLowerCase()}`,
}))
