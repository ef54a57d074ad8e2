import { AuthenticationError } from '../errors.ts'
import { breakErrors, reword } from '../mutant.ts'

/** The code that asks for a person is replaced. */
export default breakErrors('ERR-07', (error) =>
  error instanceof AuthenticationError && error.code === 'interaction_required'
    ? Object.assign(
        Object(reword(error, (text) => text.replaceAll('interaction_required', 'failed'))),
        {
          code: 'failed',
        },
      )
    : error,
)
