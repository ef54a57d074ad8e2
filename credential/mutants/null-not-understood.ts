import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** An answer that is no object ends in an error of the language. */
export default breakRules('ERR-10', () => ({
  readToken: (answer, receivedAtMs, confidence) => {
    if (['null', '{}', '[]'].includes(answer.text.trim())) throw new TypeError('no access_token')
    return rules.readToken(answer, receivedAtMs, confidence)
  },
}))
