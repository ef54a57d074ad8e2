import { breakErrors } from '../mutant.ts'

/** Every error is a text. */
export default breakErrors('ERR-01', String)
