import type { Dispatcher } from 'undici'
import { CredentialUnavailableError } from './errors.ts'
import { defaultRetryOptions, type RetryOptions } from './retry.ts'
import type { Rules } from './rules.ts'
import type { World } from './clock.ts'

/** What the assertion callback is told. */
export interface AssertionContext {
  readonly clientId: string
  /** The audience that an assertion for this request may name. */
  readonly tokenEndpoint: string
  /** Fires when nobody waits for the token any more. */
  readonly abortSignal: AbortSignal
}

/** Gives a client assertion (RFC 7523), fresh for each acquisition. */
export type GetAssertion = (context: AssertionContext) => Promise<string> | string

export type Logger = (level: 'info' | 'warning', text: string) => void

/** Asks for a token cache that outlives the process. */
export interface TokenCachePersistenceOptions {
  readonly enabled: boolean
  readonly name?: string
  readonly unsafeAllowUnencryptedStorage?: boolean
}

/** What is left out, or undefined, is as in `defaultRetryOptions`. */
export type GivenRetryOptions = {
  readonly [Name in keyof RetryOptions]?: RetryOptions[Name] | undefined
}

export interface ClientAssertionCredentialOptions {
  /** Default: `AZURE_AUTHORITY_HOST`, else the public cloud. Only https. */
  readonly authorityHost?: string | undefined
  /** Tenants besides its own that a call may ask for; `*` allows every tenant. */
  readonly additionallyAllowedTenants?: readonly string[] | undefined
  /** Do not ask Microsoft whether an unknown authority host is one of theirs. */
  readonly disableInstanceDiscovery?: boolean | undefined
  /** Not available yet: `enabled: true` is refused. */
  readonly tokenCachePersistenceOptions?: TokenCachePersistenceOptions | undefined
  readonly retryOptions?: GivenRetryOptions | undefined
  /** Receives what happens, without secrets. Default: nobody. */
  readonly logger?: Logger | undefined
  /** An undici dispatcher, such as a `ProxyAgent`. It is not closed with the credential. */
  readonly dispatcher?: Dispatcher | undefined
}

/** The arguments of the constructor, checked. */
export interface Settings {
  readonly tenantId: string
  readonly clientId: string
  readonly getAssertion: GetAssertion
  readonly authority: string
  readonly allowedTenants: readonly string[]
  readonly disableInstanceDiscovery: boolean
  readonly retry: RetryOptions
  readonly logger: Logger
}

export interface ConstructorArguments {
  readonly tenantId: string
  readonly clientId: string
  readonly getAssertion: GetAssertion
  readonly options: ClientAssertionCredentialOptions
}

/** Checks what can be checked without the network. The types of TypeScript do not hold at run time, so they are checked too. */
export function readSettings(given: ConstructorArguments, rules: Rules, world: World): Settings {
  const { tenantId, clientId, getAssertion, options } = given
  if (typeof tenantId !== 'string' || !rules.isTenantId(tenantId)) {
    throw new TypeError(
      'tenantId: expected the id or domain of a tenant: letters, digits, "." and "-"',
    )
  }
  if (typeof clientId !== 'string' || clientId.trim() === '') {
    throw new TypeError('clientId: expected the id of an application, received none')
  }
  if (typeof getAssertion !== 'function') {
    throw new TypeError('getAssertion: expected a function that returns a client assertion')
  }
  if (options.tokenCachePersistenceOptions?.enabled) throw noStorage()
  return {
    tenantId,
    clientId,
    getAssertion,
    authority: rules.readAuthorityHost(
      options.authorityHost,
      world.environment('AZURE_AUTHORITY_HOST'),
    ),
    allowedTenants: readAllowedTenants(options.additionallyAllowedTenants),
    disableInstanceDiscovery: options.disableInstanceDiscovery ?? false,
    retry: readRetryOptions(options.retryOptions),
    logger: guardLogger(options.logger),
  }
}

function readAllowedTenants(tenants: unknown = []): readonly string[] {
  if (Array.isArray(tenants) && tenants.every((one) => typeof one === 'string')) return [...tenants]
  throw new TypeError('additionallyAllowedTenants: expected a list of tenants, such as ["*"]')
}

/** A logger that fails, at once or later, costs nobody a token. */
function guardLogger(logger: Logger = () => {}): Logger {
  return (level, text) => {
    new Promise<void>((resolve) => resolve(logger(level, text))).catch(() => {})
  }
}

function readRetryOptions(options: GivenRetryOptions = {}): RetryOptions {
  const given = Object.entries({ ...options }).filter(([, value]) => value !== undefined)
  const retry: RetryOptions = { ...defaultRetryOptions, ...Object.fromEntries(given) }
  for (const [name, value] of Object.entries(retry)) {
    if (!Number.isFinite(value) || value < 0) {
      throw new RangeError(`retryOptions.${name}: expected a number that is not negative`)
    }
  }
  return retry
}

function noStorage(): CredentialUnavailableError {
  return new CredentialUnavailableError(
    'tokenCachePersistenceOptions.enabled: no storage for tokens is available, and none is written unprotected instead',
  )
}
