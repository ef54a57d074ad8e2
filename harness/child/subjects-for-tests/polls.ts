import { stat } from 'node:fs/promises'
import type { SubjectFunction } from '../../subject.ts'

/** Lives, and never gets on: on a call with claims it waits for a file that nobody makes. */
const polls: SubjectFunction = () => ({
  getToken: async (_scopes, options) => {
    while (options?.claims !== undefined) await stat('/no/such/file').catch(() => {})
    return { token: 'made-up-token-of-a-test', expiresOnTimestamp: Date.now() + 3_600_000 }
  },
})
export default polls
