import { breakRules } from '../mutant.ts'

/** Any token of the tenant serves any scope. */
export default breakRules('CACHE-02', () => ({ covers: () => true }))
