import type { Application, Tenant } from '../directory.ts'
import type { EpochSeconds } from '../clock.ts'
import { Refusal } from '../refusal.ts'
import type { Json } from '../reply.ts'
import { type ParsedAssertion, readText } from './parse.ts'
import type { SignatureState } from './trusted-keys.ts'

/** An assertion and what it is checked against. */
export interface AssertionCase {
  readonly assertion: ParsedAssertion
  readonly signature: SignatureState
  readonly application: Application
  readonly tenant: Tenant
  readonly now: EpochSeconds
  /** Whether the authority answers on this host, so that an audience may name it. */
  isHost(host: string): boolean
}

/** Throws a `Refusal` where the assertion breaks one rule. */
export type AssertionCheck = (given: AssertionCase) => void

/** Recorded in 2021: `at+jwt` and the like are refused. A missing `typ` is RFC 7519's default. */
export const headerType: AssertionCheck = ({ assertion: { header } }) => {
  const types: readonly Json[] = ['JWT', 'http://openid.net/specs/jwt/1.0']
  if (header['typ'] !== undefined && !types.includes(header['typ'])) throw new Refusal(5002727)
}

/** Recorded in 2023: symmetric and elliptic algorithms, and none at all, are refused. */
export function algorithmIn(algorithms: readonly string[]): AssertionCheck {
  return ({ assertion: { header } }) => {
    const alg = readText(header, 'alg')
    if (alg === undefined || !algorithms.includes(alg)) {
      throw new Refusal(5002738, { alg: alg ?? 'none' })
    }
  }
}

/** RFC 7523 §3: the issuer, the subject, the audience and the end of its life are required. */
export const requiredClaims: AssertionCheck = ({ assertion: { claims } }) => {
  const missing = ['iss', 'sub', 'aud', 'exp'].find((claim) => claims[claim] === undefined)
  if (missing !== undefined) throw new Refusal(90014, { claim: missing })
}

/** What a clock may be off. Entra does not say; five minutes is what its own token validation allows. */
const SKEW_SECONDS = 300

/** RFC 7523 §3: not expired, and not before its time. Entra says no more about how long it may live. */
export const timeRange: AssertionCheck = ({ assertion: { claims }, now }) => {
  const exp = readNumericDate(claims['exp'])
  const nbf = claims['nbf'] === undefined ? 0 : readNumericDate(claims['nbf'])
  if (exp === undefined || nbf === undefined) throw new Refusal(50027)
  if (now < exp + SKEW_SECONDS && now >= nbf - SKEW_SECONDS) return
  throw new Refusal(700024, {
    now: renderInstant(now),
    validFrom: renderInstant(nbf),
    expiry: renderInstant(exp),
  })
}

/** The audiences of an assertion: RFC 7519 §4.1.3 allows one text, or a list. */
export function audiences({ claims }: ParsedAssertion): readonly string[] {
  const aud = claims['aud']
  const all: readonly Json[] = Array.isArray(aud) ? (aud as readonly Json[]) : [aud ?? null]
  return all.filter((one): one is string => typeof one === 'string')
}

/** RFC 7519 §2. MSAL.NET sends digits in a text, MSAL for Python a fraction; Entra takes both. */
function readNumericDate(value: Json | undefined): number | undefined {
  const isDigits = typeof value === 'string' && /^\d{1,15}(\.\d+)?$/.test(value)
  const number = isDigits ? Number(value) : value
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined
}

/** 9999-12-31T23:59:59Z, the last second that .NET can write. */
const LAST_SECOND = 253_402_300_799

/** `2025-08-29T05:47:32.1501147Z`: .NET writes seven digits of a second. */
function renderInstant(seconds: number): string {
  const written = Math.min(Math.max(seconds, 0), LAST_SECOND)
  return new Date(written * 1000).toISOString().replace('Z', '0000Z')
}
