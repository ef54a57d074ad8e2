import type { SubjectFunction } from '../../subject.ts'

const neverSettles: SubjectFunction = () => ({ getToken: () => new Promise(() => {}) })
export default neverSettles
