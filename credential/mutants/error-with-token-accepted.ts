import { amendAnswer, breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** An error does not matter where there is a token. */
export default breakRules('TOK-15', () => ({
  readToken: (answer, receivedAtMs, confidence) =>
    rules.readToken(
      amendAnswer(answer, ({ error, ...body }) =>
        'access_token' in body || error === undefined ? body : { ...body, error },
      ),
      receivedAtMs,
      confidence,
    ),
}))
