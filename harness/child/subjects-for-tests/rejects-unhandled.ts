import type { SubjectFunction } from '../../subject.ts'

const rejectsUnhandled: SubjectFunction = () => ({
  getToken: async (_scopes, options) => {
    if (options?.claims !== undefined) void Promise.reject(new Error('lost in the background'))
    return { token: 'made-up-token-of-a-test', expiresOnTimestamp: Date.now() + 3_600_000 }
  },
})
export default rejectsUnhandled
