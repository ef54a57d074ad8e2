import type { SubjectFunction } from '../../subject.ts'

/** Gives something that has no getToken. */
const noCredential: SubjectFunction = () => ({}) as never
export default noCredential
