import { breakConfig } from '../mutant.ts'

/** The log holds the assertion. */
export default breakConfig('LOG-01', (config) => ({
  ...config,
  getAssertion: async (context) => {
    const assertion = await config.getAssertion(context)
    config.log?.('info', `client_assertion=${assertion}`)
    return assertion
  },
}))
