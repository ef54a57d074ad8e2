import { breakRules, reword } from '../mutant.ts'
import { readJsonObject } from '../refusal.ts'
import { rules } from '../rules.ts'

/** An error quotes a token that has no lifetime. */
export default breakRules('ERR-15', () => ({
  readToken: (answer, receivedAtMs, confidence) => {
    try {
      return rules.readToken(answer, receivedAtMs, confidence)
    } catch (error) {
      const leaks = 'access_token' in (readJsonObject(answer.text) ?? {})
      throw leaks ? reword(error, (text) => `${text} ${answer.text}`) : error
    }
  },
}))
