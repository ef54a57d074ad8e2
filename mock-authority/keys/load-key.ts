import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { type KeyName, shippedKeys } from './shipped-keys.ts'

/** One key pair and its certificate, ready for use. */
export interface KeyPair {
  readonly privateKey: KeyObject
  readonly publicKey: KeyObject
  /** X.509, DER in base64 (RFC 7517 §4.7). */
  readonly x5c: string
  /** RFC 7515 §4.1.7: base64url of the SHA-1 digest of the certificate. */
  readonly x5t: string
  /** RFC 7515 §4.1.8: base64url of the SHA-256 digest of the certificate. */
  readonly x5tS256: string
}

/** A shipped test key. Parsed once for each process, since parsing a constant again gives nothing else. */
export function loadKey(name: KeyName): KeyPair {
  const known = parsed.get(name)
  if (known) return known
  const pair = parseKey(name)
  parsed.set(name, pair)
  return pair
}

const parsed = new Map<KeyName, KeyPair>()

function parseKey(name: KeyName): KeyPair {
  const { privateKey: pkcs8, certificate } = shippedKeys[name]
  const der = Buffer.from(certificate, 'base64')
  const privateKey = createPrivateKey({
    key: Buffer.from(pkcs8, 'base64'),
    format: 'der',
    type: 'pkcs8',
  })
  return {
    privateKey,
    publicKey: createPublicKey(privateKey),
    x5c: certificate,
    x5t: createHash('sha1').update(der).digest('base64url'),
    x5tS256: createHash('sha256').update(der).digest('base64url'),
  }
}
