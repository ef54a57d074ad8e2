import { breakRules } from '../mutant.ts'

/** A token is never renewed ahead of time. */
export default breakRules('REFR-02', () => ({ isRefreshDue: () => false }))
