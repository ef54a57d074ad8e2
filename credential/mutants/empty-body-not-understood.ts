import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** An empty body ends in an error of the parser. */
export default breakRules('ERR-09', () => ({
  readToken: (answer, receivedAtMs, confidence) => {
    if (answer.text === '') JSON.parse(answer.text)
    return rules.readToken(answer, receivedAtMs, confidence)
  },
}))
