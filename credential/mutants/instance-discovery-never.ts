import { breakConfig } from '../mutant.ts'

/** An unknown host is believed without a question. */
export default breakConfig('DISC-03', (config) => ({ ...config, disableInstanceDiscovery: true }))
