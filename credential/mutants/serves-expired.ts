import { breakRules } from '../mutant.ts'

/** A token is served for ever. */
export default breakRules('CACHE-16', () => ({ isFresh: () => true, isRefreshDue: () => false }))
