import { breakRules } from '../mutant.ts'

/** A token for two scopes does not serve one of them. */
export default breakRules('CACHE-08', () => ({ covers: () => false }))
