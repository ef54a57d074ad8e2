import { breakConfig } from '../mutant.ts'

/** The assertion of the acquisition before is sent. */
export default breakConfig('ASRT-05', (config) => {
  let last: string | undefined
  return {
    ...config,
    getAssertion: async (context) => {
      const assertion = await config.getAssertion(context)
      const sent = last ?? assertion
      last = assertion
      return sent
    },
  }
})
