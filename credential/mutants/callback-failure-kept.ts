import { breakConfig } from '../mutant.ts'

/** A callback that has failed is never called again. */
export default breakConfig('ASRT-07', (config) => {
  let failed: Promise<string> | undefined
  return {
    ...config,
    getAssertion: async (context) => {
      const assertion = failed ?? config.getAssertion(context)
      assertion.catch(() => {
        failed = assertion
      })
      return await assertion
    },
  }
})
