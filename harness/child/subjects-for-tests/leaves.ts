import net from 'node:net'
import type { SubjectFunction } from '../../subject.ts'

/** Asks somebody else, by HTTP and by a raw socket. */
const leaves: SubjectFunction = () => ({
  getToken: async () => {
    await fetch('https://tokens.example/').catch(() => {})
    await new Promise((resolve) =>
      net
        .connect(4444, '192.0.2.1')
        .on('error', resolve)
        .on('connect', () => {})
        .write('hello\r\n'),
    )
    throw new Error('nobody answered')
  },
})
export default leaves
