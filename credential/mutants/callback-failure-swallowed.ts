import { breakConfig } from '../mutant.ts'

/** Where the callback fails, something else is sent. */
export default breakConfig('ASRT-06', (config) => ({
  ...config,
  getAssertion: async (context) => await config.getAssertion(context).catch(() => 'none'),
}))
