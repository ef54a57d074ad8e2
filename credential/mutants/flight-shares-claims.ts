import { breakRules } from '../mutant.ts'
import { scopeKey } from '../scopes.ts'
import { partitionOf } from '../token-cache.ts'

/** A call with claims waits for a token that was asked for without. */
export default breakRules('CLM-10', () => ({
  flightKey: ({ question }) => JSON.stringify([partitionOf(question), scopeKey(question.scopes)]),
}))
