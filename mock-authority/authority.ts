import type { Clock } from './clock.ts'
import type { Directory, DirectorySpec } from './directory.ts'
import type { Exchange } from './exchange.ts'
import type { Labels } from './labels.ts'
import type { Reply } from './reply.ts'

/** A fake Entra. It answers and records; it never judges. */
export interface Authority {
  /** Answers one request and records the exchange. Rejects with `ConnectionReset` where a reply says so. */
  handle(request: Request): Promise<Response>
  /** Whether the URL belongs to a host that this authority answers for. */
  owns(url: URL): boolean
  /** Everything exchanged so far, oldest first. */
  exchanges(): readonly Exchange[]
  /** Requests being worked on. One that waits on the clock, or is never to be answered, does not count. */
  inFlight(): number
  /** Adds replies behind those that still wait. */
  script(replies: readonly Reply[]): void
  /** A change of the world that is no request. */
  change(change: AuthorityChange): void
  /** What is known of an access token that this authority issued. */
  issued(token: string): IssuedToken | undefined
  readonly directory: Directory
  readonly labels: Labels
}

export type AuthorityChange =
  /** A critical event: CAE tokens issued before now are refused by resources, with a claims challenge. */
  | { readonly change: 'revoke' }
  /** The service principal of the application is disabled in this tenant: AADSTS7000112, and CAE tokens are refused. */
  | { readonly change: 'disable'; readonly tenant: string }
  | { readonly change: 'enable'; readonly tenant: string }
  /** Tokens are signed by the next key; the JWKS keeps the old one. */
  | { readonly change: 'rotate-keys' }

export interface AuthorityOptions {
  readonly clock: Clock
  /** Same seed and clock: same directory, same ids, byte-identical tokens. */
  readonly seed: string
  readonly directory?: DirectorySpec
  readonly lifetimes?: TokenLifetimes
  /** The host it answers for besides Entra's own; default `login.microsoftonline.com` and its aliases. */
  readonly hosts?: readonly string[]
}

/** Seconds, as `expires_in` says them (Entra: 3599, and 86399 for a client that is capable of CAE). */
export interface TokenLifetimes {
  readonly accessToken: number
  readonly caeAccessToken: number
  /** Absent: no `refresh_in` in the answer, as live Entra does for applications. */
  readonly refreshIn?: number
}

/** An access token without the token. */
export interface IssuedToken {
  readonly label: string
  readonly tenant: string
  readonly resource: string
  /** Whether the client said it is capable of CAE (`xms_cc`). */
  readonly cae: boolean
  readonly claims: Readonly<Record<string, unknown>>
  /** The number of the exchange that issued it. */
  readonly exchange: number
}
