import { breakRules, reword } from '../mutant.ts'
import { readJsonObject } from '../refusal.ts'
import { rules } from '../rules.ts'

/** An error quotes JSON that is cut off. */
export default breakRules('ERR-13', () => ({
  readToken: (answer, receivedAtMs, confidence) => {
    try {
      return rules.readToken(answer, receivedAtMs, confidence)
    } catch (error) {
      const leaks = answer.headers['content-type']?.includes('json') && !readJsonObject(answer.text)
      throw leaks ? reword(error, (text) => `${text} ${answer.text}`) : error
    }
  },
}))
