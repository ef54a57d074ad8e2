import { amendAnswer, breakRules } from '../mutant.ts'
import { rules } from '../rules.ts'

/** The lifetime is read as minutes. */
export default breakRules('TOK-01', () => ({
  readToken: (answer, receivedAtMs, confidence) =>
    rules.readToken(
      amendAnswer(answer, (body) => ({
        ...body,
        ...(typeof body['expires_in'] === 'number' && { expires_in: body['expires_in'] * 60 }),
      })),
      receivedAtMs,
      confidence,
    ),
}))
