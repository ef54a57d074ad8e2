import { breakRules } from '../mutant.ts'
import { scopeKey } from '../scopes.ts'

/** Parallel calls with and without CAE get one token. */
export default breakRules('CONC-06', () => ({
  flightKey: ({ question, claims }) =>
    JSON.stringify([question.tenantId, scopeKey(question.scopes), claims ?? null]),
}))
