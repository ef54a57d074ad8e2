import { breakRules, reword } from '../mutant.ts'
import { rules } from '../rules.ts'

/** An error quotes the assertion. */
export default breakRules('ERR-19', () => ({
  readToken: (answer, receivedAtMs, confidence) => {
    try {
      return rules.readToken(answer, receivedAtMs, confidence)
    } catch (error) {
      const leaks = answer.status === 401
      throw leaks ? reword(error, (text) => `${text} ${confidence.secrets.join(' ')}`) : error
    }
  },
}))
