import { readAuthorityHost } from './authority-host.ts'
import type { Wish } from './call.ts'
import { mergeClaims, readClaims } from './claims.ts'
import { AuthenticationError } from './errors.ts'
import { isIssuerOf } from './issuer.ts'
import { isTokenEndpointOf } from './metadata.ts'
import { retryDelayMs } from './retry.ts'
import { readScopes, scopeKey } from './scopes.ts'
import { isTenantId, resolveTenant } from './tenants.ts'
import { covers, createTokenCache, partitionOf } from './token-cache.ts'
import { tokenForm } from './token-request.ts'
import { readToken } from './token-response.ts'
import { isFresh, isRefreshDue, isValid, type Token } from './token.ts'

/** What a wish is for: a caller who waits, or the renewal of a token that is still served. */
export type Purpose = 'call' | 'refresh'

/** Every decision of the credential that is not plumbing, by name. */
export interface Rules {
  readonly isTenantId: typeof isTenantId
  readonly readAuthorityHost: typeof readAuthorityHost
  readonly isIssuerOf: typeof isIssuerOf
  readonly isTokenEndpointOf: typeof isTokenEndpointOf
  readonly keepsMetadata: boolean
  readonly readScopes: typeof readScopes
  readonly resolveTenant: typeof resolveTenant
  readonly readClaims: typeof readClaims
  readonly mergeClaims: typeof mergeClaims
  readonly partitionOf: typeof partitionOf
  readonly covers: typeof covers
  readonly createTokenCache: typeof createTokenCache
  /** Whether a call may be answered from the cache at all. */
  readonly readsCache: (wish: Wish) => boolean
  /** Whether what was acquired is kept. */
  readonly keepsToken: (wish: Wish, purpose: Purpose) => boolean
  readonly isFresh: typeof isFresh
  readonly isValid: typeof isValid
  readonly isRefreshDue: typeof isRefreshDue
  /** How long no refresh is tried after one has failed. */
  readonly refreshPauseMs: number
  /** What the call gets that finds a refresh due. `refresh` is the refresh, begun by calling it. */
  readonly onRefreshDue: (held: Token, refresh: () => Promise<Token>) => Promise<Token>
  /** Whether a token that is about to expire is given out when no other could be had. */
  readonly servesLastMinutes: boolean
  /** Wishes of the same key share one acquisition. */
  readonly flightKey: (wish: Wish, purpose: Purpose) => string
  /** Whether an acquisition is aborted when somebody gave up and so many still wait for it. */
  readonly abandons: (waitersLeft: number) => boolean
  readonly checkAssertion: (assertion: unknown) => string
  readonly tokenForm: typeof tokenForm
  readonly retryDelayMs: typeof retryDelayMs
  readonly readToken: typeof readToken
}

/** The rules of a credential that is right. */
export const rules: Rules = Object.freeze<Rules>({
  isTenantId,
  readAuthorityHost,
  isIssuerOf,
  isTokenEndpointOf,
  keepsMetadata: true,
  readScopes,
  resolveTenant,
  readClaims,
  mergeClaims,
  partitionOf,
  covers,
  createTokenCache,
  readsCache: ({ claims }) => claims === undefined,
  keepsToken: () => true,
  isFresh,
  isValid,
  isRefreshDue,
  refreshPauseMs: 30_000,
  onRefreshDue: serveWhileRefreshing,
  servesLastMinutes: true,
  flightKey,
  abandons: (waitersLeft) => waitersLeft === 0,
  checkAssertion,
  tokenForm,
  retryDelayMs,
  readToken,
})

/** The caller gets the token that is there: a refresh that fails, or takes its time, is not his concern. */
async function serveWhileRefreshing(held: Token, refresh: () => Promise<Token>): Promise<Token> {
  refresh().catch(() => {})
  return held
}

/** Who brings claims waits for a token that was asked for with the same claims, and for no other. */
function flightKey({ question, claims }: Wish): string {
  return JSON.stringify([partitionOf(question), scopeKey(question.scopes), claims ?? null])
}

/** An assertion is a text that is not empty; what it says is between its maker and the authority. */
function checkAssertion(assertion: unknown): string {
  if (typeof assertion === 'string' && assertion.trim() !== '') return assertion
  const received = typeof assertion === 'string' ? 'a blank text' : typeof assertion
  throw new AuthenticationError(
    `the assertion callback returned ${received}, and a client assertion is a text`,
    { code: 'invalid_assertion' },
  )
}
