import { renderHttpDate } from '../answer-headers.ts'
import type { EpochSeconds } from '../clock.ts'
import type { Resource } from '../directory.ts'
import type { TokenRecord } from '../issued-tokens.ts'
import type { JsonAnswer } from '../json-answer.ts'
import type { ReceivedRequest } from '../received-request.ts'
import type { Json } from '../reply.ts'
import type { AuthorityState } from '../state.ts'

/** A protected API (RFC 6750) that takes part in continuous access evaluation. Every path of its host is the same. */
export function resource(request: ReceivedRequest, state: AuthorityState): JsonAnswer {
  const token = readBearer(request)
  if (token === undefined)
    return unauthorized('no token', challenge(request, state), request, state)
  const record = state.tokens.find(token)
  if (record === undefined || !isAcceptable(record, request.route.resource, state)) {
    const header = `${challenge(request, state)}, error="invalid_token", error_description="The token is not acceptable."`
    return unauthorized('the token is not acceptable', header, request, state)
  }
  const since = state.principals.refusedSince(record)
  return since === undefined
    ? welcome(record, request, state)
    : unauthorized('the token was revoked', claimsChallenge(since), request, state)
}

/** RFC 6750 §2.1. */
function readBearer({ headers }: ReceivedRequest): string | undefined {
  return /^bearer +(\S+) *$/i.exec(headers.get('authorization') ?? '')?.[1]
}

/**
 * RFC 7519 §4.1.3, §4.1.4: for this resource, and not expired.
 * What the authority issued is remembered, which proves more than a signature by a key that ships with this package.
 */
function isAcceptable(
  { issued }: TokenRecord,
  resource: Resource | undefined,
  state: AuthorityState,
): boolean {
  const exp = Number(issued.claims['exp'])
  return issued.resource === resource?.name && state.clock.now() < exp
}

/** Key Vault: where a token can be had, and for what. */
function challenge({ route }: ReceivedRequest, { directory }: AuthorityState): string {
  const tenant = directory.tenants['home']?.id ?? ''
  const uri = route.resource?.identifierUri ?? ''
  return `Bearer authorization="https://login.microsoftonline.com/${tenant}", resource="${uri}"`
}

/** Identity platform, claims challenges, in the form of Key Vault (recorded 2024): standard base64, padded. */
function claimsChallenge(since: EpochSeconds): string {
  const claims = `{"access_token":{"nbf":{"essential":true, "value":"${Math.floor(since)}"}}}`
  return [
    'Bearer realm=""',
    'authorization_uri="https://login.microsoftonline.com/common/oauth2/authorize"',
    'error="insufficient_claims"',
    `claims="${Buffer.from(claims).toString('base64')}"`,
  ].join(', ')
}

function welcome(
  { issued: { tenant, resource: name } }: TokenRecord,
  request: ReceivedRequest,
  state: AuthorityState,
): JsonAnswer {
  const body = { resource: name, tenant, path: request.url.pathname }
  return { status: 200, headers: resourceHeaders(request, state), body }
}

function unauthorized(
  why: string,
  wwwAuthenticate: string,
  request: ReceivedRequest,
  state: AuthorityState,
): JsonAnswer {
  const body: Readonly<Record<string, Json>> = {
    error: { code: 'Unauthorized', message: `The request is refused: ${why}.` },
  }
  const headers = { ...resourceHeaders(request, state), 'www-authenticate': wwwAuthenticate }
  return { status: 401, headers, body }
}

function resourceHeaders(
  request: ReceivedRequest,
  { clock }: AuthorityState,
): Readonly<Record<string, string>> {
  return {
    'cache-control': 'no-cache',
    'content-type': 'application/json; charset=utf-8',
    'x-ms-request-id': request.traceId,
    date: renderHttpDate(clock),
  }
}
