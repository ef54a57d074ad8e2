import type { SubjectFunction } from '../../subject.ts'

let first: string | undefined

/** Writes the assertion of its first scenario in every later one. */
const remembersSecrets: SubjectFunction = ({ getAssertion }) => ({
  getToken: async () => {
    first ??= await getAssertion()
    console.log(`once there was ${first}`)
    return { token: 'word', expiresOnTimestamp: Date.now() + 3_600_000 }
  },
})
export default remembersSecrets
