import { breakRules } from '../mutant.ts'

/** A refresh that fails is nobody's. */
export default breakRules('REFR-18', () => ({
  onRefreshDue: async (held, refresh) => {
    void refresh()
    return held
  },
}))
