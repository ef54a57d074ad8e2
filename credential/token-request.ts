import type { HttpRequest } from './http.ts'

/** What makes one token request. */
export interface TokenRequest {
  readonly endpoint: string
  readonly clientId: string
  readonly scopes: readonly string[]
  readonly assertion: string
  /** JSON text; undefined where none are sent. */
  readonly claims: string | undefined
  readonly correlationId: string
}

const USER_AGENT = 'touchstone-client-assertion/0.1.0'

/** The form of a token request, in the order in which it is sent. */
export type TokenForm = Readonly<Record<string, string>>

/** RFC 6749 §4.4 with RFC 7523 §2.2: the client authenticates by an assertion and asks for a token in its own name. */
export function tokenForm(request: TokenRequest): TokenForm {
  return {
    client_id: request.clientId,
    scope: request.scopes.join(' '),
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: request.assertion,
    ...(request.claims !== undefined && { claims: request.claims }),
  }
}

/** RFC 6749 §4.4.2: the form goes in the body of a POST. */
export function tokenHttpRequest(request: TokenRequest, form: TokenForm): HttpRequest {
  return {
    method: 'POST',
    url: request.endpoint,
    headers: {
      ...commonHeaders(request.correlationId),
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(form).toString(),
  }
}

/** A question about metadata. */
export function metadataHttpRequest(url: string, correlationId: string): HttpRequest {
  return { method: 'GET', url, headers: commonHeaders(correlationId) }
}

function commonHeaders(correlationId: string): Readonly<Record<string, string>> {
  return {
    accept: 'application/json',
    'user-agent': USER_AGENT,
    'client-request-id': correlationId,
  }
}
