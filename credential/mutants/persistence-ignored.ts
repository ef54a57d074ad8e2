import { breakConfig } from '../mutant.ts'

/** A persistent cache is asked for, and silently not there. */
export default breakConfig('CTOR-17', (config) => {
  const { tokenCachePersistence: _, ...rest } = config
  return rest
})
