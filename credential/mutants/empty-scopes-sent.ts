import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** A call without scopes is sent. */
export default breakRules('API-01', () => ({
  readScopes: (scopes) =>
    Array.isArray(scopes) && scopes.length === 0 ? [] : rules.readScopes(scopes),
}))
