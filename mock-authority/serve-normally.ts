import type { ReceivedAssertion } from './client-assertion/receive.ts'
import { instanceDiscovery } from './endpoints/instance-discovery.ts'
import { jwks } from './endpoints/jwks.ts'
import { openidConfiguration } from './endpoints/openid-configuration.ts'
import { resource } from './endpoints/resource.ts'
import { token } from './endpoints/token.ts'
import { errorResponse } from './error-response.ts'
import type { JsonAnswer } from './json-answer.ts'
import type { ReceivedRequest } from './received-request.ts'
import { Refusal } from './refusal.ts'
import type { AuthorityState } from './state.ts'

/** What Entra does when nothing is scripted. The one place where a refusal becomes an answer. */
export async function serveNormally(
  request: ReceivedRequest,
  assertion: ReceivedAssertion | undefined,
  state: AuthorityState,
): Promise<JsonAnswer> {
  try {
    return await answerEndpoint(request, assertion, state)
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal
    return errorResponse(refusal.code, refusal.facts, request, state)
  }
}

function answerEndpoint(
  request: ReceivedRequest,
  assertion: ReceivedAssertion | undefined,
  state: AuthorityState,
): JsonAnswer | Promise<JsonAnswer> {
  switch (request.route.endpoint) {
    case 'token':
      return token(request, assertion, state)
    case 'openid-configuration':
      return openidConfiguration(request, state)
    case 'instance-discovery':
      return instanceDiscovery(request, state)
    case 'jwks':
      return jwks(request, state)
    case 'resource':
      return resource(request, state)
    case 'unserved':
      return noSuchPath(request, state)
  }
}

/** What Entra answers on a path of no endpoint is not known: 404, in its envelope. */
function noSuchPath(request: ReceivedRequest, state: AuthorityState): JsonAnswer {
  return { ...errorResponse(9002313, {}, request, state), status: 404 }
}
