import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** A page of HTML ends in an error of the parser. */
export default breakRules('ERR-08', () => ({
  readToken: (answer, receivedAtMs, confidence) => {
    if (answer.text.trimStart().startsWith('<')) JSON.parse(answer.text)
    return rules.readToken(answer, receivedAtMs, confidence)
  },
}))
