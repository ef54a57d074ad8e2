import type { Resource } from './directory.ts'
import { DEFAULT_SCOPE, identifiers } from './find-resource.ts'
import type { ReceivedRequest } from './received-request.ts'
import { Refusal } from './refusal.ts'
import type { AuthorityState } from './state.ts'

/** The resource that a token is for, and how the client called it. */
export interface RequestedResource {
  readonly resource: Resource
  /** Without `/.default`. */
  readonly asked: string
}

/** Identity platform, client credentials: one resource, by `scope={identifier}/.default` or, in version 1, `resource=`. */
export function requestedResource(
  scope: string,
  { route }: ReceivedRequest,
  state: AuthorityState,
): RequestedResource {
  const asked = route.version === 1 ? scope : readDefaultScope(scope)
  const resource = Object.values(state.directory.resources).find((one) => isCalled(one, asked))
  if (resource === undefined) throw new Refusal(500011, { resource: asked })
  return { resource, asked }
}

/** MSAL for Go and Java add these to every request. */
const OPENID: ReadonlySet<string> = new Set(['openid', 'profile', 'email', 'offline_access'])

function readDefaultScope(scope: string): string {
  const scopes = scope.split(/\s+/).filter((one) => one !== '' && !OPENID.has(one.toLowerCase()))
  const [first, ...more] = scopes
  if (first === undefined || !first.endsWith(DEFAULT_SCOPE)) throw new Refusal(1002012, { scope })
  if (more.length > 0) throw new Refusal(70011, { scope })
  const asked = first.slice(0, -DEFAULT_SCOPE.length)
  if (!IDENTIFIER.test(asked)) throw new Refusal(70011, { scope })
  return asked
}

/** A URI, or the GUID of an application. */
const IDENTIFIER = /^([a-z][a-z\d+.-]*:.+|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/i

/** `https://x//.default` asks for a resource whose identifier ends in a slash; either spelling is taken. */
function isCalled(resource: Resource, asked: string): boolean {
  const called = asked.toLowerCase().replace(/\/$/, '')
  return identifiers(resource).includes(called)
}
