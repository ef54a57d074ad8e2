import { breakRules } from '../mutant.ts'

/** Each of many calls asks the authority. */
export default breakRules('CONC-01', () => {
  let count = 0
  return { flightKey: () => `flight ${count++}` }
})
