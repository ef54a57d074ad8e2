import { breakRules, reword } from '../mutant.ts'
import { rules } from '../rules.ts'

/** An error quotes the headers of the answer, cookies and all. */
export default breakRules('ERR-17', () => ({
  readToken: (answer, receivedAtMs, confidence) => {
    try {
      return rules.readToken(answer, receivedAtMs, confidence)
    } catch (error) {
      const leaks = answer.status !== 200
      throw leaks ? reword(error, (text) => `${text} ${JSON.stringify(answer.headers)}`) : error
    }
  },
}))
