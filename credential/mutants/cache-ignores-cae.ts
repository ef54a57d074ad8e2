import { breakRules } from '../mutant.ts'

/** A token without CAE serves a call with it, and the other way round. */
export default breakRules('CACHE-04', () => ({ partitionOf: ({ tenantId }) => tenantId }))
