import type { ReceivedAssertion } from './client-assertion/receive.ts'
import { findResource } from './find-resource.ts'
import { type IssueInput, issueToken } from './issue-token.ts'
import type { ReceivedRequest } from './received-request.ts'
import { findApplication } from './request-facts.ts'
import { readRequestedClaims } from './requested-claims.ts'
import type { AuthorityState } from './state.ts'

/**
 * A body with `{{token}}` as a fresh access token and `{{assertion}}` as the assertion received.
 * Where the body is JSON, they are escaped for it.
 */
export async function fillPlaceholders(
  body: string,
  request: ReceivedRequest,
  assertion: ReceivedAssertion | undefined,
  state: AuthorityState,
): Promise<string> {
  if (!body.includes('{{')) return body
  const escape = isJson(body) ? escapeJson : (text: string) => text
  const token = body.includes('{{token}}') ? await issueAnyway(request, state) : ''
  return body
    .replaceAll('{{token}}', () => escape(token))
    .replaceAll('{{assertion}}', () => escape(assertion?.text ?? ''))
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

function escapeJson(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

/** A script asks for a token whatever the request says: what the request leaves open is `home`, `daemon`, `api`. */
async function issueAnyway(request: ReceivedRequest, state: AuthorityState): Promise<string> {
  const { directory } = state
  const { route, form } = request
  const scope = form?.values.get('scope') ?? form?.values.get('resource') ?? ''
  const resource = findResource(scope, directory) ?? directory.resources['api']
  const tenant = route.tenant ?? directory.tenants['home']
  const client = form?.values.get('client_id') ?? ''
  const application = findApplication(client, state) ?? directory.applications['daemon']
  if (!resource || !tenant || !application) throw new TypeError('a directory has home, daemon, api')
  const requested = { resource, asked: resource.identifierUri }
  const input: IssueInput = { application, tenant, requested, cae: asksForCae(request) }
  return (await issueToken(input, request, state)).token
}

function asksForCae({ form }: ReceivedRequest): boolean {
  try {
    return readRequestedClaims(form?.values.get('claims')).cae
  } catch {
    return false
  }
}
