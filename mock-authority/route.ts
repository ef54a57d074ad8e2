import { isEntraHost } from './hosts.ts'
import type { Directory, Resource, Tenant } from './directory.ts'
import type { Endpoint } from './reply.ts'

/** What a URL asks for. */
export interface Route {
  readonly endpoint: Endpoint
  /** Of the protocol; 2 where the path does not say. */
  readonly version: 1 | 2
  /** The tenant as it stands in the path, decoded; empty where there is none. */
  readonly tenantSegment: string
  readonly tenant: Tenant | undefined
  /** The resource whose host it is. */
  readonly resource: Resource | undefined
  /** False for a path that nobody answers. */
  readonly known: boolean
}

/** What of the authority decides where a URL leads. */
export interface RouteTable {
  readonly directory: Directory
  readonly hosts: readonly string[]
}

/** Whether the authority, or one of its resources, answers on the host. */
export function ownsUrl(url: URL, table: RouteTable): boolean {
  return url.protocol === 'https:' && (isAuthorityHost(url, table) || !!resourceOf(url, table))
}

/** Where a URL leads. Only the path decides; the query is ignored. */
export function readRoute(method: string, url: URL, table: RouteTable): Route {
  const nowhere = { version: 2, tenantSegment: '', tenant: undefined, resource: undefined } as const
  if (!ownsUrl(url, table)) return { ...nowhere, endpoint: 'unserved', known: false }
  if (!isAuthorityHost(url, table)) {
    return { ...nowhere, endpoint: 'resource', resource: resourceOf(url, table), known: true }
  }
  const [first = '', ...rest] = url.pathname.slice(1).split('/')
  const path = rest.join('/').replace(/\/$/, '')
  const found = first === 'common' && path === INSTANCE ? instanceDiscovery : paths.get(path)
  const tenantSegment = found === instanceDiscovery ? probedTenant(url) : decode(first)
  return {
    ...nowhere,
    ...(found ?? { endpoint: method === 'POST' ? 'token' : 'unserved' }),
    tenantSegment,
    tenant: findTenant(tenantSegment, table.directory),
    known: found !== undefined,
  }
}

/** A tenant by its id or domain. DNS names and GUIDs have no case. */
function findTenant(segment: string, directory: Directory): Tenant | undefined {
  const wanted = segment.toLowerCase()
  return Object.values(directory.tenants).find(
    ({ id, domain }) => id === wanted || domain.toLowerCase() === wanted,
  )
}

const INSTANCE = 'discovery/instance'
const instanceDiscovery = { endpoint: 'instance-discovery', version: 2 } as const

/** What follows the tenant in the path. */
const paths: ReadonlyMap<string, Pick<Route, 'endpoint' | 'version'>> = new Map([
  ['oauth2/v2.0/token', { endpoint: 'token', version: 2 }],
  ['oauth2/token', { endpoint: 'token', version: 1 }],
  ['v2.0/.well-known/openid-configuration', { endpoint: 'openid-configuration', version: 2 }],
  ['.well-known/openid-configuration', { endpoint: 'openid-configuration', version: 1 }],
  ['discovery/v2.0/keys', { endpoint: 'jwks', version: 2 }],
  ['discovery/keys', { endpoint: 'jwks', version: 1 }],
])

function isAuthorityHost(url: URL, { hosts }: RouteTable): boolean {
  return isEntraHost(url.host) || hosts.includes(url.host)
}

function resourceOf(url: URL, { directory }: RouteTable): Resource | undefined {
  return Object.values(directory.resources).find(
    ({ identifierUri }) => new URL(identifierUri).host === url.host,
  )
}

/** Instance discovery asks about another authority; its tenant is the one that a reply may wait for. */
function probedTenant(url: URL): string {
  const probed = url.searchParams.get('authorization_endpoint') ?? ''
  return URL.canParse(probed) ? decode(new URL(probed).pathname.split('/')[1] ?? '') : ''
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return segment
  }
}
