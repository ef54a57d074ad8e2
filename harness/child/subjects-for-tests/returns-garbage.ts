import type { Subject } from '../../subject.ts'

// What a JavaScript subject can do, and a type cannot forbid.
const returnsGarbage: Subject = {
  name: 'garbage',
  version: '1.2.3',
  capabilities: ['clock'],
  create: () => ({ getToken: async () => ({ token: 42 }) as never }),
}
export default returnsGarbage
