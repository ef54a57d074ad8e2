import { breakConfig } from '../mutant.ts'

/** The callback is called twice for each acquisition. */
export default breakConfig('ASRT-02', (config) => ({
  ...config,
  getAssertion: async (context) => {
    await config.getAssertion(context)
    return await config.getAssertion(context)
  },
}))
