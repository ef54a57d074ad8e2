import type { SubjectFunction } from '../../subject.ts'

const replacesDate: SubjectFunction = () => ({
  getToken: async (_scopes, options) => {
    if (options?.claims !== undefined) globalThis.Date = class extends Date {} as DateConstructor
    return { token: 'made-up-token-of-a-test', expiresOnTimestamp: Date.now() + 3_600_000 }
  },
})
export default replacesDate
