import { CompactSign } from 'jose/jws/compact/sign'
import type { EpochSeconds } from '../clock.ts'
import { loadKey } from '../keys/load-key.ts'
import { federatedCredential } from './trusted-keys.ts'

/** `valid`, or what is wrong with the assertion. */
export type AssertionKind =
  | 'valid'
  | 'expired'
  | 'not-yet-valid'
  | 'wrong-audience'
  | 'wrong-issuer'
  | 'wrong-key'

export interface AssertionInput {
  readonly kind: AssertionKind
  /** `jti`, RFC 7519 §4.1.7: makes one assertion differ from the next. */
  readonly id: string
  readonly now: EpochSeconds
  readonly clientId: string
  /** GUID or domain. */
  readonly tenantId: string
  /** A host, or a URL of which the host counts; default `login.microsoftonline.com`. */
  readonly authorityHost?: string
}

/** As all MSALs have it. */
const LIFETIME_SECONDS = 600
const HOUR = 3600

/** An assertion signed with the certificate of the application `daemon`, as Entra documents it. RS256, so that it can be repeated. */
export function signClientAssertion(input: AssertionInput): Promise<string> {
  const { x5tS256 } = loadKey('clientCertificate')
  const { privateKey } = loadKey(
    input.kind === 'wrong-key' ? 'otherCertificate' : 'clientCertificate',
  )
  return new CompactSign(Buffer.from(JSON.stringify(claims(input))))
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', 'x5t#S256': x5tS256 })
    .sign(privateKey)
}

/** An assertion of the identity provider that the application `daemon` trusts, as a cluster gives it to a workload. */
export function signFederatedAssertion(input: Pick<AssertionInput, 'id' | 'now'>): Promise<string> {
  const { privateKey, x5t } = loadKey('federatedIssuer')
  const now = Math.floor(input.now)
  const { issuer, subject, audience } = federatedCredential
  const payload = {
    aud: [audience],
    exp: now + HOUR,
    iat: now,
    iss: issuer,
    jti: input.id,
    nbf: now,
    sub: subject,
  }
  return new CompactSign(Buffer.from(JSON.stringify(payload)))
    .setProtectedHeader({ alg: 'RS256', kid: x5t })
    .sign(privateKey)
}

function claims({ kind, id, now, clientId, tenantId, authorityHost }: AssertionInput) {
  const start = Math.floor(now) + shift(kind)
  const iss = kind === 'wrong-issuer' ? '00000000-1111-2222-3333-444444444444' : clientId
  const audienceTenant =
    kind === 'wrong-audience' ? '00000000-5555-6666-7777-888888888888' : tenantId
  return {
    aud: `https://${readHost(authorityHost)}/${audienceTenant}/oauth2/v2.0/token`,
    exp: start + LIFETIME_SECONDS,
    iss,
    sub: iss,
    nbf: start,
    jti: id,
    iat: start,
  }
}

/** Far more than any skew that an authority allows. */
function shift(kind: AssertionKind): number {
  if (kind === 'expired') return -HOUR
  return kind === 'not-yet-valid' ? HOUR : 0
}

function readHost(authorityHost = 'login.microsoftonline.com'): string {
  return URL.canParse(authorityHost) && authorityHost.includes('//')
    ? new URL(authorityHost).host
    : authorityHost.replace(/\/+$/, '')
}
