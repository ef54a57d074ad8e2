import type { SubjectFunction } from '../../subject.ts'

/** Ends its process on the first call with claims, and is well otherwise. */
const exits: SubjectFunction = () => ({
  getToken: async (_scopes, options) => {
    if (options?.claims !== undefined) process.exit(0)
    return { token: 'made-up-token-of-a-test', expiresOnTimestamp: Date.now() + 3_600_000 }
  },
})
export default exits
