import { breakRules, reword } from '../mutant.ts'
import { readJsonObject } from '../refusal.ts'
import { rules } from '../rules.ts'

/** An error quotes an answer that has both an error and a token. */
export default breakRules('ERR-16', () => ({
  readToken: (answer, receivedAtMs, confidence) => {
    try {
      return rules.readToken(answer, receivedAtMs, confidence)
    } catch (error) {
      const leaks = 'error' in (readJsonObject(answer.text) ?? {})
      throw leaks ? reword(error, (text) => `${text} ${answer.text}`) : error
    }
  },
}))
