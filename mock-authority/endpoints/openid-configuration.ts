import { metadataHeaders } from '../answer-headers.ts'
import { preferredHost } from '../hosts.ts'
import type { JsonAnswer } from '../json-answer.ts'
import type { ReceivedRequest } from '../received-request.ts'
import type { Json } from '../reply.ts'
import { isSharedTenant, requireTenant } from '../require-tenant.ts'
import type { AuthorityState } from '../state.ts'

type Metadata = Readonly<Record<string, Json>>

/** OpenID Connect Discovery §4, in the members and the order of Entra's metadata of 2026 and, for version 1, of 2021. */
export function openidConfiguration(request: ReceivedRequest, state: AuthorityState): JsonAnswer {
  requireTenant(request)
  const place = readPlace(request)
  const body = request.route.version === 1 ? metadataV1(place) : metadataV2(place)
  return { status: 200, headers: metadataHeaders(request, state.clock), body }
}

/** What the metadata of a tenant differ in. */
interface Place {
  readonly host: string
  /** `https://{host}/{tenant}` */
  readonly base: string
  /** As it stands in the issuer: the GUID, or for many tenants the placeholder that Entra serves. */
  readonly tenant: string
  readonly region: string | null
}

function readPlace({ route, url }: ReceivedRequest): Place {
  const host = preferredHost(url.host)
  const shared = isSharedTenant(route.tenantSegment)
  const segment = route.tenant?.id ?? route.tenantSegment.toLowerCase()
  return {
    host,
    base: `https://${host}/${segment}`,
    tenant: shared ? '{tenantid}' : segment,
    region: shared ? null : 'WW',
  }
}

function metadataV2({ host, base, tenant, region }: Place): Metadata {
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: [...authMethods, 'self_signed_tls_client_auth'],
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer: `https://${host}/${tenant}/v2.0`,
    request_uri_parameter_supported: false,
    userinfo_endpoint: 'https://graph.microsoft.com/oidc/userinfo',
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${base}/oauth2/v2.0/devicecode`,
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    end_session_endpoint: `${base}/oauth2/v2.0/logout`,
    claims_supported: claimsSupported,
    kerberos_endpoint: `${base}/kerberos`,
    mtls_endpoint_aliases: { token_endpoint: mtlsAlias(base) },
    tls_client_certificate_bound_access_tokens: true,
    ...cloudMembers(region),
  }
}

function metadataV1({ base, tenant, host, region }: Place): Metadata {
  return {
    token_endpoint: `${base}/oauth2/token`,
    token_endpoint_auth_methods_supported: authMethods,
    jwks_uri: `https://${host}/common/discovery/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'code id_token', 'token id_token', 'token'],
    scopes_supported: ['openid'],
    issuer: `https://sts.windows.net/${tenant}/`,
    microsoft_multi_refresh_token: true,
    authorization_endpoint: `${base}/oauth2/authorize`,
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    end_session_endpoint: `${base}/oauth2/logout`,
    claims_supported: [...claimsSupported, 'amr', 'given_name', 'family_name', 'nickname'],
    check_session_iframe: `${base}/oauth2/checksession`,
    userinfo_endpoint: `${base}/openid/userinfo`,
    ...cloudMembers(region),
  }
}

function cloudMembers(region: string | null): Metadata {
  return {
    tenant_region_scope: region,
    cloud_instance_name: 'microsoftonline.com',
    cloud_graph_host_name: 'graph.windows.net',
    msgraph_host: 'graph.microsoft.com',
    rbac_url: 'https://pas.windows.net',
  }
}

/** Only the public cloud is known to have one of its own. */
function mtlsAlias(base: string): string {
  const host = base.replace('https://login.microsoftonline.com/', 'https://mtlsauth.microsoft.com/')
  return `${host}/oauth2/v2.0/token`
}

const authMethods = ['client_secret_post', 'private_key_jwt', 'client_secret_basic']

const claimsSupported = [
  'sub',
  'iss',
  'cloud_instance_name',
  'cloud_instance_host_name',
  'cloud_graph_host_name',
  'msgraph_host',
  'aud',
  'exp',
  'iat',
  'auth_time',
  'acr',
  'nonce',
  'preferred_username',
  'name',
  'tid',
  'ver',
  'at_hash',
  'c_hash',
  'email',
]
