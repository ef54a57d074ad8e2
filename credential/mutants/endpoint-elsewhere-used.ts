import { breakRules } from '../mutant.ts'

/** The metadata may send the assertion anywhere. */
export default breakRules('DISC-17', () => ({
  isTokenEndpointOf: (endpoint) => endpoint.startsWith('https:'),
}))
