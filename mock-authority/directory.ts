/** What the authority knows: tenants, the applications registered in them, the resources they may ask for. */
export interface Directory {
  /** By name; `home` is always there. */
  readonly tenants: Readonly<Record<string, Tenant>>
  /** By name; `daemon` is always there, registered in every tenant. */
  readonly applications: Readonly<Record<string, Application>>
  /** By name; `api` and `graph` are always there. */
  readonly resources: Readonly<Record<string, Resource>>
}

export interface Tenant {
  readonly name: string
  /** GUID in lower case. */
  readonly id: string
  readonly domain: string
  readonly displayName: string
}

export interface Application {
  readonly name: string
  /** GUID, the `client_id`. */
  readonly id: string
  readonly displayName: string
  /** GUID of its service principal. */
  readonly objectId: string
}

export interface Resource {
  readonly name: string
  /** GUID. */
  readonly id: string
  /** What a scope starts with: `https://api.contoso.example`. */
  readonly identifierUri: string
  /** The shape of the access tokens it accepts (v1 for Graph, v2 for own APIs). */
  readonly tokenVersion: 1 | 2
}

/** What a caller says of a directory; the rest is made up from the seed. */
export interface DirectorySpec {
  /** Names besides `home`. */
  readonly tenants?: readonly string[]
  /** Names besides `api` and `graph`; their identifier is `https://<name>.contoso.example`. */
  readonly resources?: readonly string[]
}
