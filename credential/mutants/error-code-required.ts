import { breakRules } from '../mutant.ts'
import { readJsonObject } from '../refusal.ts'
import { rules } from '../rules.ts'

/** A refusal without an error is a success without a token. */
export default breakRules('ERR-24', () => ({
  readToken: (answer, receivedAtMs, confidence) => {
    const body = readJsonObject(answer.text)
    if (answer.status >= 400 && body && !('error' in body)) throw new TypeError('no error in body')
    return rules.readToken(answer, receivedAtMs, confidence)
  },
}))
