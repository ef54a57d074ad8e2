/** What an exchange is about; `unserved` is a request that nobody here owns. */
export type Endpoint =
  | 'token'
  | 'openid-configuration'
  | 'instance-discovery'
  | 'jwks'
  | 'resource'
  | 'unserved'

/** JSON as it stands in a scenario file or on the wire. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json }

/** Which request a reply waits for. Replies are tried oldest first; the first whose target fits is used up. */
export interface ReplyTarget {
  /** Default: `token`. */
  readonly endpoint?: Endpoint
  /** The tenant by its name in the directory. */
  readonly tenant?: string
  /** The resource by its name in the directory. */
  readonly resource?: string
}

/** What the authority does instead of normal service. */
export type ReplyAction =
  /** A literal answer. `{{token}}` and `{{assertion}}` in the body become a fresh access token and the assertion received. */
  | {
      readonly do: 'answer'
      readonly status: number
      readonly headers: Readonly<Record<string, string>>
      readonly body: string
    }
  /** Entra's own error, from the table of AADSTS codes; `status`, `headers` and `members` replace what the table says. */
  | {
      readonly do: 'error'
      readonly aadsts: number
      readonly status?: number
      readonly headers?: Readonly<Record<string, string>>
      readonly members?: Readonly<Record<string, Json>>
    }
  /** Normal service whose JSON body is changed: a member replaces or adds, `null` removes. */
  | { readonly do: 'amend'; readonly members: Readonly<Record<string, Json>> }
  /** Normal service, after the delay. */
  | { readonly do: 'serve' }
  /** The connection is reset (ECONNRESET) and no byte is answered. */
  | { readonly do: 'reset' }
  /** The request is never answered. */
  | { readonly do: 'hang' }
  /** Normal service, cut off after so many bytes of the body. */
  | { readonly do: 'truncate'; readonly bytes: number }

/** One scripted answer of the authority. */
export type Reply = ReplyTarget & {
  /** Seconds on the authority's clock before the action. */
  readonly delaySeconds: number
  readonly action: ReplyAction
}
