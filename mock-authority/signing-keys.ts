import { CompactSign } from 'jose/jws/compact/sign'
import { type KeyPair, loadKey } from './keys/load-key.ts'
import type { Json } from './reply.ts'

/** The keys that sign access tokens. */
export interface SigningKeys {
  /** RFC 7515 §7.1. `x5t` stands in the header of tokens of version 1 only. */
  sign(claims: Readonly<Record<string, Json>>, version: 1 | 2): Promise<string>
  /** Those that the JWKS shows, the newest last. */
  published(): readonly KeyPair[]
  /** From now on the other key signs. */
  rotate(): void
}

/** Two shipped keys. RS256 is deterministic, so the same claims give the same token. */
export function createSigningKeys(): SigningKeys {
  let rotations = 0
  const current = (): KeyPair => loadKey(rotations % 2 === 0 ? 'tokenSigning1' : 'tokenSigning2')
  return {
    sign: (claims, version) => signToken(claims, version, current()),
    published: () =>
      rotations === 0 ? [current()] : [loadKey('tokenSigning1'), loadKey('tokenSigning2')],
    rotate: () => {
      rotations += 1
    },
  }
}

function signToken(
  claims: Readonly<Record<string, Json>>,
  version: 1 | 2,
  { privateKey, x5t }: KeyPair,
): Promise<string> {
  return new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader({ typ: 'JWT', alg: 'RS256', ...(version === 1 && { x5t }), kid: x5t })
    .sign(privateKey)
}
