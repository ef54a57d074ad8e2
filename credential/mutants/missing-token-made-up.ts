import { amendAnswer, breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** An answer without a token brings the text "undefined". */
export default breakRules('TOK-09', () => ({
  readToken: (answer, receivedAtMs, confidence) =>
    rules.readToken(
      amendAnswer(answer, (body) =>
        'expires_in' in body ? { access_token: 'undefined', ...body } : body,
      ),
      receivedAtMs,
      confidence,
    ),
}))
