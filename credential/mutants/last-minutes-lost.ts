import { breakRules } from '../mutant.ts'

/** A token that is valid for minutes is not given out when the authority is down. */
export default breakRules('CACHE-17', () => ({ servesLastMinutes: false }))
