import { breakConfig } from '../mutant.ts'

/** The first assertion is used for ever. */
export default breakConfig('ASRT-05', (config) => {
  let kept: Promise<string> | undefined
  return { ...config, getAssertion: (context) => (kept ??= config.getAssertion(context)) }
})
