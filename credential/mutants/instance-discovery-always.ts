import { breakConfig } from '../mutant.ts'

/** disableInstanceDiscovery changes nothing. */
export default breakConfig('DISC-02', (config) => ({ ...config, disableInstanceDiscovery: false }))
