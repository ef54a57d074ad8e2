import fs from 'node:fs'
import type { SubjectFunction } from '../../subject.ts'

/** Tells its assertion on every way to stdout and stderr that does not pass the streams. */
const writesPastTheStreams: SubjectFunction = ({ getAssertion }) => ({
  getToken: async () => {
    const text = `${await getAssertion()}\n`
    fs.writeSync(2, text)
    fs.writeFileSync(1, text)
    fs.appendFileSync(2, text)
    fs.writevSync(1, [Buffer.from(text)])
    await new Promise((resolve) => fs.write(2, text, resolve))
    return { token: 'made-up-token-of-a-test', expiresOnTimestamp: Date.now() + 3_600_000 }
  },
})
export default writesPastTheStreams
