import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** A description with a line break in it ends in an error of the parser. */
export default breakRules('ERR-12', () => ({
  readToken: (answer, receivedAtMs, confidence) => {
    if (answer.text.includes('\\r\\n')) throw new SyntaxError('invalid escape in a JSON text')
    return rules.readToken(answer, receivedAtMs, confidence)
  },
}))
