import { breakCredential, createWithRules, wrapCalls } from '../mutant.ts'

/** After a refresh that failed, all calls fail for a minute. */
export default breakCredential('REFR-06', (config) => {
  let silence: { readonly untilMs: number; readonly error: unknown } | undefined
  const credential = createWithRules(config, {
    onRefreshDue: async (held, refresh) => {
      try {
        return await refresh()
      } catch (error) {
        silence = { untilMs: Date.now() + 60_000, error }
        return held
      }
    },
  })
  return wrapCalls(credential, config, (getToken) => async (scopes, options) => {
    if (silence && Date.now() < silence.untilMs) throw silence.error
    return await getToken(scopes, options)
  })
})
