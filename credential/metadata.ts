import { isCiamHost, isKnownAuthority, isMicrosoftHost } from './authority-host.ts'
import type { World } from './clock.ts'
import { AuthenticationError } from './errors.ts'
import type { Exchange } from './exchange.ts'
import { createFlights } from './flights.ts'
import type { HttpAnswer } from './http.ts'
import { readJsonObject, readRefusal } from './refusal.ts'
import { metadataHttpRequest } from './token-request.ts'

/** Where discovery begins. */
export interface MetadataSettings {
  /** Without a slash at the end. */
  readonly authority: string
  readonly disableInstanceDiscovery: boolean
  readonly isIssuerOf: (issuer: string, authority: string) => boolean
  readonly isTokenEndpointOf: (endpoint: string, authority: string) => boolean
  /** Whether what was found for a tenant is kept for its next acquisition. */
  readonly keepsMetadata: boolean
}

/** Finds the token endpoint of a tenant. */
export type FindTokenEndpoint = (
  tenantId: string,
  correlationId: string,
  signal: AbortSignal,
) => Promise<string>

const INSTANCE_DISCOVERY = 'https://login.microsoftonline.com/common/discovery/instance'

/**
 * OpenID Connect Discovery §4, and Entra's instance discovery before it, for hosts that are not known. What was found is
 * kept; a failure is not.
 */
export function createMetadata(
  settings: MetadataSettings,
  exchange: Exchange,
  world: World,
): FindTokenEndpoint {
  const found = new Map<string, string>()
  const flights = createFlights<string>(world, (left) => left === 0)
  return async (tenantId, correlationId, signal) => {
    const { authority } = settings
    if (isKnownAuthority(authority)) return `${authority}/${tenantId}/oauth2/v2.0/token`
    const key = tenantId.toLowerCase()
    const kept = found.get(key)
    if (kept !== undefined) return kept
    const discover = (until: AbortSignal): Promise<string> =>
      discoverTokenEndpoint({ ...settings, tenantId, correlationId }, exchange, until)
    const endpoint = await flights.join(key, discover, { signal })
    if (settings.keepsMetadata) found.set(key, endpoint)
    return endpoint
  }
}

/** The token endpoint is on the authority's own origin, or Microsoft's. Never on plain http. */
export function isTokenEndpointOf(endpoint: string, authority: string): boolean {
  const url = URL.parse(endpoint)
  if (url?.protocol !== 'https:') return false
  return url.origin === new URL(authority).origin || isMicrosoftHost(url.host)
}

interface Discovery extends MetadataSettings {
  readonly tenantId: string
  readonly correlationId: string
}

async function discoverTokenEndpoint(
  discovery: Discovery,
  exchange: Exchange,
  signal: AbortSignal,
): Promise<string> {
  const { authority, tenantId, correlationId } = discovery
  const get = async (url: string): Promise<HttpAnswer> => {
    const answer = await exchange(metadataHttpRequest(url, correlationId), signal)
    if (answer.status !== 200) throw readRefusal(answer, { secrets: [], correlationId })
    return answer
  }
  if (needsInstanceDiscovery(discovery)) await get(instanceDiscoveryUrl(authority, tenantId))
  const version = isAdfs(tenantId) ? '' : '/v2.0'
  const answer = await get(`${authority}/${tenantId}${version}/.well-known/openid-configuration`)
  return readTokenEndpoint(answer, discovery)
}

/** An AD FS farm is of its owner, and External ID is Microsoft's by its name: no instance knows them or need to. */
function needsInstanceDiscovery({
  authority,
  tenantId,
  disableInstanceDiscovery,
}: Discovery): boolean {
  return !disableInstanceDiscovery && !isAdfs(tenantId) && !isCiamHost(new URL(authority).host)
}

function instanceDiscoveryUrl(authority: string, tenantId: string): string {
  const query = new URLSearchParams({
    'api-version': '1.1',
    authorization_endpoint: `${authority}/${tenantId}/oauth2/v2.0/authorize`,
  })
  return `${INSTANCE_DISCOVERY}?${query.toString()}`
}

function readTokenEndpoint(answer: HttpAnswer, discovery: Discovery): string {
  const { authority, correlationId, isIssuerOf, isTokenEndpointOf: isEndpointOf } = discovery
  const { issuer, token_endpoint: endpoint } = readJsonObject(answer.text) ?? {}
  const fail = (what: string): Error =>
    new AuthenticationError(`the metadata of ${authority} is refused: ${what}`, {
      code: 'endpoints_resolution_error',
      status: answer.status,
      correlationId,
    })
  if (typeof issuer !== 'string') throw fail('it names no "issuer"')
  if (!isIssuerOf(issuer, authority)) throw fail('its "issuer" is not of this authority')
  if (typeof endpoint !== 'string') throw fail('it names no "token_endpoint"')
  if (!isEndpointOf(endpoint, authority)) {
    throw fail('its "token_endpoint" is not an https URL of this authority')
  }
  return endpoint
}

function isAdfs(tenantId: string): boolean {
  return tenantId.toLowerCase() === 'adfs'
}
