import { breakErrors } from '../mutant.ts'

/** Every error is a plain one, with everything in its message. */
export default breakErrors('ERR-01', (error) =>
  error instanceof Error ? new Error(`${error.name} ${error.message}`) : error,
)
