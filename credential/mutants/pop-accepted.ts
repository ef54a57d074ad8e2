import { amendAnswer, breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** A token of any type is taken for a bearer token. */
export default breakRules('TOK-14', () => ({
  readToken: (answer, receivedAtMs, confidence) =>
    rules.readToken(
      amendAnswer(answer, (body) => ({ ...body, token_type: 'Bearer' })),
      receivedAtMs,
      confidence,
    ),
}))
