import type { AccessToken, GetTokenOptions } from '@azure/core-auth'

/** What a subject says it can do. What it claims is scored; what it does not claim is not applicable. */
export const capabilities = [
  'claims',
  'cae',
  'tenantId',
  'abort',
  'timeout',
  'parallel',
  'refresh',
  'tokenInfo',
  'close',
  'persistence',
  'discovery',
  'pipeline',
  'logs',
  'clock',
] as const
export type Capability = (typeof capabilities)[number]

/** What a caller may do next after an error. */
export const errorKinds = [
  'authentication-failed',
  'unavailable',
  'aborted',
  'invalid-request',
  'other',
] as const
export type ErrorKind = (typeof errorKinds)[number]

/** The implementation under test. A module's default export is one of these, or a `SubjectFunction`. */
export interface Subject {
  readonly name: string
  readonly version: string
  readonly capabilities: readonly Capability[]
  /** Constructs the credential under test. May throw: constructor rules are scenarios too. */
  create(config: CredentialConfig): Credential | Promise<Credential>
  /** Optional. The default reads `error.name`. */
  classifyError?(error: unknown): ErrorKind
}

/** The short form of a subject: it claims what the `TokenCredential` interface promises. */
export type SubjectFunction = (config: CredentialConfig) => Credential | Promise<Credential>

/** `TokenCredential` of `@azure/core-auth`, and what some credentials have besides. */
export interface Credential {
  getToken(scopes: string | string[], options?: GetTokenOptions): Promise<AccessToken | null>
  close?(): void | Promise<void>
}

export interface AssertionContext {
  readonly clientId?: string
  readonly tokenEndpoint?: string
  readonly abortSignal?: AbortSignal
}

/** How the credential under test is to be constructed. */
export interface CredentialConfig {
  readonly type: 'clientAssertion'
  readonly tenantId: string
  readonly clientId: string
  /** Counted by the harness. A scenario can make it throw, wait, or return something that is no assertion. */
  readonly getAssertion: (context?: AssertionContext) => Promise<string>
  /** Capability `logs`: where the subject is to send what it logs. */
  readonly log?: (level: string, text: string) => void
  /** Absent: the credential's own default, `https://login.microsoftonline.com`. */
  readonly authorityHost?: string
  readonly additionallyAllowedTenants?: readonly string[]
  readonly disableInstanceDiscovery?: boolean
  readonly tokenCachePersistence?: {
    readonly name: string
    readonly directory: string
    readonly allowUnencryptedStorage: boolean
  }
}
