import { breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** A description with escapes ends in an error of the parser. */
export default breakRules('ERR-12', () => ({
  readToken: (answer, receivedAtMs, confidence) => {
    if (/\\[rnu]/.test(answer.text) && JSON.parse(answer.text.replaceAll('\\', '')) === null)
      JSON.parse(answer.text)
    return rules.readToken(answer, receivedAtMs, confidence)
  },
}))
