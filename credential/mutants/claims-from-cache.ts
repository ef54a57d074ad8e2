import { breakRules } from '../mutant.ts'

/** A call with claims is answered from the cache. */
export default breakRules('CACHE-12', () => ({ readsCache: () => true }))
