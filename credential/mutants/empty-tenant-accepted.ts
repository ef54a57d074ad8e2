import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** An empty tenant id is a tenant. */
export default breakRules('CTOR-02', () => ({
  isTenantId: (text) => text === '' || rules.isTenantId(text),
}))
