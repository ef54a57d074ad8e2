import { amendAnswer, breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** A token without a lifetime lives for an hour. */
export default breakRules('TOK-03', () => ({
  readToken: (answer, receivedAtMs, confidence) =>
    rules.readToken(
      amendAnswer(answer, (body) => ({ expires_in: 3600, ...body })),
      receivedAtMs,
      confidence,
    ),
}))
