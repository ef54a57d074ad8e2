import type { SubjectFunction } from '../../subject.ts'

/** Ends its process some turns of the loop after its answer to a call with claims. */
const exitsALittleLater: SubjectFunction = () => ({
  getToken: async (_scopes, options) => {
    const later = (turns: number): void => {
      setImmediate(() => (turns === 0 ? process.exit(0) : later(turns - 1)))
    }
    if (options?.claims !== undefined) later(30)
    return { token: 'made-up-token-of-a-test', expiresOnTimestamp: Date.now() + 3_600_000 }
  },
})
export default exitsALittleLater
