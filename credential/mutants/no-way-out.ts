import { breakErrors, reword } from '../mutant.ts'

/** A refusal does not say where help is. */
export default breakErrors('ERR-26', (error) =>
  reword(error, (text) => text.replace(/ See https:.*$/, '')),
)
