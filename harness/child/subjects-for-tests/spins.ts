import type { SubjectFunction } from '../../subject.ts'

/** Never gives the loop back on a call with claims. */
const spins: SubjectFunction = () => ({
  getToken: async (_scopes, options) => {
    while (options?.claims !== undefined);
    return { token: 'made-up-token-of-a-test', expiresOnTimestamp: Date.now() + 3_600_000 }
  },
})
export default spins
