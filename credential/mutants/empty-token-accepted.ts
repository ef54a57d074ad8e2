import { amendAnswer, breakRules } from '../mutant.ts'
import { readJsonObject } from '../refusal.ts'
import { rules } from '../rules.ts'

/** An empty token is a token. */
export default breakRules('TOK-10', () => ({
  readToken: (answer, receivedAtMs, confidence) => {
    const isEmpty = readJsonObject(answer.text)?.['access_token'] === ''
    const filled = amendAnswer(answer, (body) => ({
      ...body,
      ...(isEmpty && { access_token: ' ' }),
    }))
    const token = rules.readToken(filled, receivedAtMs, confidence)
    return isEmpty ? { ...token, token: '' } : token
  },
}))
