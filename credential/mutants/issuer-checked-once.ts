import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** An issuer that was refused is accepted the second time. */
export default breakRules('DISC-11', () => {
  const refused = new Set<string>()
  return {
    isIssuerOf: (issuer, authority) => {
      const accepted = refused.has(issuer) || rules.isIssuerOf(issuer, authority)
      if (!accepted) refused.add(issuer)
      return accepted
    },
  }
})
