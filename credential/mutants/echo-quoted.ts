import { breakRules, reword } from '../mutant.ts'
import { rules } from '../rules.ts'

/** An authority that repeats the assertion is quoted. */
export default breakRules('ERR-18', () => ({
  readToken: (answer, receivedAtMs, confidence) => {
    try {
      return rules.readToken(answer, receivedAtMs, confidence)
    } catch (error) {
      const leaks = confidence.secrets.some((secret) => answer.text.includes(secret))
      throw leaks ? reword(error, (text) => `${text} ${answer.text}`) : error
    }
  },
}))
