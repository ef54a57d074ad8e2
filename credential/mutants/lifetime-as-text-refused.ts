import { amendAnswer, breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** A lifetime that is a text is none. */
export default breakRules('TOK-02', () => ({
  readToken: (answer, receivedAtMs, confidence) =>
    rules.readToken(
      amendAnswer(answer, ({ expires_in: lifetime, ...body }) => ({
        ...body,
        ...(typeof lifetime !== 'string' && { expires_in: lifetime }),
      })),
      receivedAtMs,
      confidence,
    ),
}))
