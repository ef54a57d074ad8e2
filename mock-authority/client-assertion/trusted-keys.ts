import type { KeyObject } from 'node:crypto'
import { compactVerify } from 'jose/jws/compact/verify'
import { type KeyPair, loadKey } from '../keys/load-key.ts'
import { type ParsedAssertion, readText } from './parse.ts'

/** The federated identity credential that every application of this authority has. */
export const federatedCredential = {
  issuer: 'https://issuer.contoso.example',
  subject: 'system:serviceaccount:default:daemon',
  audience: 'api://AzureADTokenExchange',
} as const

/** Certificate credentials, the page of Entra: PS256, and RS256 of older clients; the error text of 2023 names the rest. */
export const certificateAlgorithms = ['RS256', 'RS384', 'RS512', 'PS256']

/** Workload identity federation, considerations: only RS256 is promised. */
export const federatedAlgorithms = ['RS256']

/** Entra takes an assertion as federated when its issuer is a URL and not the client itself. */
export function isFederated({ claims }: ParsedAssertion): boolean {
  return readText(claims, 'iss')?.startsWith('https://') ?? false
}

export type SignatureState = 'valid' | 'invalid' | 'unknown'

/** Against the registered certificate or the federated issuer; `unknown` where neither key is named. */
export async function checkSignature(assertion: ParsedAssertion): Promise<SignatureState> {
  const federated = isFederated(assertion)
  const key = federated ? federatedKey(assertion) : certificateKey(assertion)
  const algorithms = federated ? federatedAlgorithms : certificateAlgorithms
  const alg = readText(assertion.header, 'alg')
  if (key === undefined || alg === undefined || !algorithms.includes(alg)) return 'unknown'
  return verify(assertion.text, key, alg)
}

/** RFC 7515 §4.1.7, §4.1.8: the registered certificate, by either thumbprint or by a key id that is one. */
function certificateKey({ header }: ParsedAssertion): KeyObject | undefined {
  const registered = loadKey('clientCertificate')
  const named = thumbprints(header)
  return named.some((one) => isThumbprintOf(one, registered)) ? registered.publicKey : undefined
}

/** The key ids that a header names, base64url without padding: Go sends standard base64 with it. */
export function thumbprints(header: ParsedAssertion['header']): readonly string[] {
  return ['x5t#S256', 'x5t', 'kid'].flatMap((name) => {
    const value = readText(header, name)
    return value === undefined
      ? []
      : value.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
  })
}

function isThumbprintOf(text: string, { x5t, x5tS256 }: KeyPair): boolean {
  const hex = Buffer.from(x5t, 'base64url').toString('hex')
  return text === x5t || text === x5tS256 || text.toLowerCase() === hex
}

function federatedKey({ header, claims }: ParsedAssertion): KeyObject | undefined {
  if (readText(claims, 'iss') !== federatedCredential.issuer) return undefined
  const { publicKey, x5t } = loadKey('federatedIssuer')
  const kid = readText(header, 'kid')
  return kid === undefined || kid === x5t ? publicKey : undefined
}

async function verify(text: string, key: KeyObject, alg: string): Promise<SignatureState> {
  try {
    await compactVerify(text, key, { algorithms: [alg] })
    return 'valid'
  } catch {
    return 'invalid'
  }
}
