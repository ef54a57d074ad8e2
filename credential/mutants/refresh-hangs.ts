import { breakRules } from '../mutant.ts'

/** A refresh whose connection breaks never lets its caller go. */
export default breakRules('REFR-07', () => ({
  onRefreshDue: (_, refresh) => refresh().catch(() => new Promise(() => {})),
}))
