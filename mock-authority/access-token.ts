import type { EpochSeconds } from './clock.ts'
import type { Application, Tenant } from './directory.ts'
import type { ReceivedRequest } from './received-request.ts'
import type { Json } from './reply.ts'
import type { RequestedResource } from './requested-resource.ts'

/** Everything that an app-only access token says. */
export interface AccessTokenInput {
  readonly application: Application
  readonly tenant: Tenant
  readonly requested: RequestedResource
  readonly issuedAt: EpochSeconds
  readonly lifetimeSeconds: number
  readonly cae: boolean
  readonly request: Pick<ReceivedRequest, 'chance' | 'traceBytes'>
}

type Claims = Readonly<Record<string, Json>>

/** The claims of a token for a client alone, in the order of captured tokens (2024 to 2026). */
export function accessTokenClaims(input: AccessTokenInput): Claims {
  return input.requested.resource.tokenVersion === 1 ? claimsV1(input) : claimsV2(input)
}

/** Recorded: a token is valid from five minutes before it is issued. */
const BACKDATED_SECONDS = 300

/** Recorded: `exp − iat` is `expires_in` + 301. */
function times({ issuedAt, lifetimeSeconds }: AccessTokenInput) {
  const now = Math.floor(issuedAt)
  const start = now - BACKDATED_SECONDS
  return { iat: start, nbf: start, exp: now + lifetimeSeconds + 1 }
}

/** 2024-01-01: when every tenant here was made. */
const TENANT_MADE = 1_704_067_200
/** Directory readers, the role that a captured service principal had. */
const DIRECTORY_READERS = '88d8e3e3-8f55-4a1e-953a-9b9898b8876b'

function claimsV1(input: AccessTokenInput): Claims {
  const { application, tenant, requested, request, cae } = input
  const sts = `https://sts.windows.net/${tenant.id}/`
  const isGraph = requested.resource.name === 'graph'
  return {
    aud: requested.asked,
    iss: sts,
    ...times(input),
    aio: aio(request),
    ...(isGraph && { app_displayname: application.displayName }),
    appid: application.id,
    appidacr: '2',
    idp: sts,
    idtyp: 'app',
    oid: application.objectId,
    rh: rh(request),
    sub: application.objectId,
    ...(isGraph && { tenant_region_scope: 'WW' }),
    tid: tenant.id,
    uti: uti(request),
    ver: '1.0',
    ...(isGraph && { wids: [DIRECTORY_READERS] }),
    ...(cae && { xms_cc: ['cp1'] }),
    xms_ftd: xmsFtd(request),
    xms_idrel: '7 28',
    xms_tcdt: TENANT_MADE,
    ...(isGraph && { xms_tdbr: 'WW' }),
  }
}

function claimsV2(input: AccessTokenInput): Claims {
  const { application, tenant, requested, request, cae } = input
  return {
    aud: requested.resource.id,
    iss: `https://login.microsoftonline.com/${tenant.id}/v2.0`,
    ...times(input),
    aio: aio(request),
    azp: application.id,
    azpacr: '2',
    oid: application.objectId,
    rh: rh(request),
    sub: application.objectId,
    tid: tenant.id,
    uti: uti(request),
    ver: '2.0',
    ...(cae && { xms_cc: ['cp1'] }),
    xms_ftd: xmsFtd(request),
  }
}

type Source = AccessTokenInput['request']

/** Opaque; standard base64 on the wire. */
function aio({ chance }: Source): string {
  return chance.bytes(24).toString('base64')
}

/** Opaque; `1.A…` and a full stop since 2025. */
function rh({ chance }: Source): string {
  return `1.A${chance.bytes(39).toString('base64url').slice(1)}.`
}

/** Opaque; ends in the name of a region. */
function xmsFtd({ chance }: Source): string {
  return `${chance.bytes(33).toString('base64url')}Bc3dlZGVuYy1kc21z`
}

/** The request id once more: 16 bytes in the order in which .NET writes a GUID, base64url. */
function uti({ traceBytes }: Source): string {
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15]
  return Buffer.from(order.map((index) => traceBytes[index] ?? 0)).toString('base64url')
}
