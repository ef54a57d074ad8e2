import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** The last letter of the token is lost. */
export default breakRules('API-07', () => ({
  readToken: (answer, receivedAtMs, confidence) => {
    const token = rules.readToken(answer, receivedAtMs, confidence)
    return { ...token, token: token.token.slice(0, -1) }
  },
}))
