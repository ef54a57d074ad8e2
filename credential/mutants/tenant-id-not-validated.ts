import { breakRules } from '../mutant.ts'

/** Any text is a tenant id. */
export default breakRules('CTOR-06', () => ({ isTenantId: (text) => text !== '' }))
