import { breakConfig } from '../mutant.ts'

/** The log says nothing when all is well. */
export default breakConfig('LOG-06', (config) => ({
  ...config,
  log: (level, text) => (level === 'info' ? undefined : config.log?.(level, text)),
}))
