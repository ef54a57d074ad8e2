import { breakRules } from '../mutant.ts'

/** The token that the claims brought is forgotten. */
export default breakRules('CACHE-13', () => ({ keepsToken: ({ claims }) => claims === undefined }))
