import { breakRules } from '../mutant.ts'
import { scopeKey } from '../scopes.ts'

/** Parallel calls for two tenants get one token. */
export default breakRules('CONC-05', () => ({
  flightKey: ({ question, claims }) =>
    JSON.stringify([question.enableCae, scopeKey(question.scopes), claims ?? null]),
}))
