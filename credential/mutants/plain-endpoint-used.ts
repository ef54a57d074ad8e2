import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** The metadata may send the assertion over plain http. */
export default breakRules('WIRE-21', () => ({
  isTokenEndpointOf: (endpoint, authority) =>
    rules.isTokenEndpointOf(endpoint.replace(/^http:/, 'https:'), authority),
}))
