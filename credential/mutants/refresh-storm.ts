import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** Each of many calls begins a refresh of its own. */
export default breakRules('REFR-11', () => {
  let count = 0
  return {
    flightKey: (wish, purpose) =>
      purpose === 'refresh' ? `refresh ${count++}` : rules.flightKey(wish, purpose),
  }
})
