import { breakConfig } from '../mutant.ts'

/** An empty client id is replaced by a made-up one. */
export default breakConfig('CTOR-03', (config) => ({
  ...config,
  clientId: config.clientId || '00000000-0000-0000-0000-000000000000',
}))
