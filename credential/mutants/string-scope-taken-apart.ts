import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** A scope given as a text is taken for a list of letters. */
export default breakRules('API-05', () => ({
  readScopes: (scopes) =>
    rules.readScopes(typeof scopes === 'string' ? Array.from(scopes) : scopes),
}))
