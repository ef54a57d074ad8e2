import type { SubjectFunction } from '../../subject.ts'

let calls = 0

/** Leaves a timer behind that fails half an hour later, once. */
const leavesATimer: SubjectFunction = () => ({
  getToken: async () => {
    calls += 1
    if (calls === 1) {
      setTimeout(() => {
        throw new Error('from the first scenario')
      }, 1_800_000)
    }
    return { token: 'made-up-token-of-a-test', expiresOnTimestamp: Date.now() + 3_600_000 }
  },
})
export default leavesATimer
