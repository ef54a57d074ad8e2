import { breakErrors } from '../mutant.ts'

/** What went wrong underneath is lost. */
export default breakErrors('ERR-06', (error) =>
  error instanceof Error ? Object.assign(error, { cause: undefined }) : error,
)
