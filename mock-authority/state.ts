import type { TokenLifetimes } from './authority.ts'
import type { Clock } from './clock.ts'
import type { Directory } from './directory.ts'
import type { IssuedTokens } from './issued-tokens.ts'
import type { Labels } from './labels.ts'
import type { Principals } from './principals.ts'
import type { SigningKeys } from './signing-keys.ts'

/** What endpoints may read of the authority. */
export interface AuthorityState {
  readonly clock: Clock
  readonly seed: string
  readonly directory: Directory
  readonly labels: Labels
  readonly lifetimes: TokenLifetimes
  /** Besides Entra's own. */
  readonly hosts: readonly string[]
  readonly signingKeys: SigningKeys
  readonly tokens: IssuedTokens
  readonly principals: Principals
}
