import { tokenHeaders } from '../answer-headers.ts'
import type { ReceivedAssertion } from '../client-assertion/receive.ts'
import { clientCredentials } from '../grants/client-credentials.ts'
import type { JsonAnswer } from '../json-answer.ts'
import type { ReceivedRequest } from '../received-request.ts'
import type { AuthorityState } from '../state.ts'

/** `POST /{tenant}/oauth2/v2.0/token` and `/oauth2/token`: RFC 6749 §3.2 with the one grant that clients use for themselves. */
export async function token(
  request: ReceivedRequest,
  assertion: ReceivedAssertion | undefined,
  state: AuthorityState,
): Promise<JsonAnswer> {
  const body = await clientCredentials(request, assertion, state)
  return { status: 200, headers: tokenHeaders(request, state.clock), body }
}
