import { breakRules } from '../mutant.ts'

/** A token of one tenant serves another. */
export default breakRules('CACHE-03', () => ({
  partitionOf: ({ enableCae }) => (enableCae ? 'cae' : 'plain'),
}))
