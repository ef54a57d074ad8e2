import type { GetTokenOptions, TokenCredential } from '@azure/core-auth'
import { createAcquisition, type Acquire } from './acquisition.ts'
import { readCall, type Call, type Wish } from './call.ts'
import type { World } from './clock.ts'
import { AbortError, AuthenticationError } from './errors.ts'
import { createFlights, type Flights } from './flights.ts'
import { standardFoundation, type Foundation } from './foundation.ts'
import type { Transport } from './http.ts'
import type { Patience } from './patience.ts'
import { renderFailure, renderSuccess } from './log.ts'
import type { Purpose, Rules } from './rules.ts'
import {
  readSettings,
  type ClientAssertionCredentialOptions,
  type GetAssertion,
  type Settings,
} from './settings.ts'
import type { CacheEntry, TokenCache } from './token-cache.ts'
import { renderToken, type TokenFacts } from './token-facts.ts'
import type { Token } from './token.ts'

/** A refresh that takes longer is given up: nobody waits for it, and the next one may fare better. */
const REFRESH_MS = 10 * 60_000

/**
 * Authenticates an application by a client assertion that a callback gives (RFC 7523). Tokens are cached in memory, renewed
 * ahead of time where the authority says so, and asked for once however many callers wait.
 */
export class ClientAssertionCredential implements TokenCredential {
  readonly #settings: Settings
  readonly #rules: Rules
  readonly #world: World
  readonly #transport: Transport
  readonly #acquire: Acquire
  readonly #cache: TokenCache
  readonly #flights: Flights<Token>
  /** When the refresh of a flight key may be tried again. */
  readonly #pausedUntilMs = new Map<string, number>()
  #acquisitions = 0
  #closed = false

  /** Asks nobody anything: neither the network nor the callback. */
  constructor(
    tenantId: string,
    clientId: string,
    getAssertion: GetAssertion,
    givenOptions?: ClientAssertionCredentialOptions | null,
    foundation: Foundation = standardFoundation,
  ) {
    const { rules, world } = foundation
    const options = givenOptions ?? {}
    this.#rules = rules
    this.#world = world
    this.#settings = readSettings({ tenantId, clientId, getAssertion, options }, rules, world)
    this.#transport = foundation.openTransport(options.dispatcher)
    this.#acquire = createAcquisition(this.#settings, this.#transport.send, foundation)
    this.#cache = rules.createTokenCache(rules)
    this.#flights = createFlights(world, rules.abandons)
  }

  /**
   * Gives a token for the scopes. `requestOptions.timeout` bounds the whole call; like `abortSignal` it concerns this caller
   * only, and the acquisition goes on for others who wait for it.
   */
  async getToken(scopes: string | string[], options?: GetTokenOptions): Promise<TokenFacts> {
    try {
      const call = readCall(scopes, options ?? {}, this.#settings, this.#rules)
      if (call.patience.signal?.aborted) throw new AbortError()
      const token = await this.#find(call)
      this.#settings.logger('info', renderSuccess(call, token, this.#world.nowMs()))
      return renderToken(token)
    } catch (error) {
      this.#settings.logger('warning', renderFailure(error))
      throw error
    }
  }

  /** The same as `getToken`, by the name that the Azure SDK for Python gives it. */
  async getTokenInfo(scopes: string | string[], options?: GetTokenOptions): Promise<TokenFacts> {
    return await this.getToken(scopes, options)
  }

  /** Ends what is under way and frees the connections. Cached tokens are still given out, new ones are refused. */
  async close(): Promise<void> {
    if (this.#closed) return
    this.#closed = true
    this.#flights.abortAll(closed())
    await this.#transport.close()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close()
  }

  async #find(call: Call): Promise<Token> {
    const { isFresh, isValid, readsCache, servesLastMinutes } = this.#rules
    if (!readsCache(call)) return await this.#fly(call, 'call', call.patience)
    const fresh = this.#lookUp(call, isFresh)
    if (fresh) return await this.#serve(fresh)
    try {
      return await this.#fly(call, 'call', call.patience)
    } catch (error) {
      const last = servesLastMinutes ? this.#lookUp(call, isValid) : undefined
      if (!last || error instanceof AbortError) throw error
      return last.token
    }
  }

  #lookUp(call: Call, isGood: Rules['isFresh']): CacheEntry | undefined {
    const nowMs = this.#world.nowMs()
    return this.#cache.find(call.question, (token) => isGood(token, nowMs))
  }

  async #serve(entry: CacheEntry): Promise<Token> {
    const wish = { question: entry.question, claims: undefined }
    const key = this.#rules.flightKey(wish, 'refresh')
    const nowMs = this.#world.nowMs()
    const paused = nowMs < (this.#pausedUntilMs.get(key) ?? 0)
    const due = this.#rules.isRefreshDue(entry.token, nowMs) && !this.#closed
    if (!due || paused || this.#flights.has(key)) return entry.token
    return await this.#rules.onRefreshDue(entry.token, () => this.#refresh(wish, key))
  }

  /** The assertion callback may be what calls; its flight does not wait for this one. */
  async #refresh(wish: Wish, key: string): Promise<Token> {
    try {
      const patience = { timeoutMs: REFRESH_MS }
      return await this.#flights.apart(() => this.#fly(wish, 'refresh', patience, key))
    } catch (error) {
      this.#pausedUntilMs.set(key, this.#world.nowMs() + this.#rules.refreshPauseMs)
      this.#settings.logger('warning', `${renderFailure(error)} The token in hand is served.`)
      throw error
    }
  }

  async #fly(
    wish: Wish,
    purpose: Purpose,
    patience: Patience,
    key: string = this.#rules.flightKey(wish, purpose),
  ): Promise<Token> {
    if (this.#closed) throw closed()
    return await this.#flights.join(key, (signal) => this.#obtain(wish, purpose, signal), patience)
  }

  async #obtain(wish: Wish, purpose: Purpose, signal: AbortSignal): Promise<Token> {
    this.#acquisitions += 1
    const acquisition = this.#acquisitions
    const token = await this.#acquire(wish, signal)
    if (this.#rules.keepsToken(wish, purpose)) {
      this.#cache.keep({ question: wish.question, token, acquisition }, this.#world.nowMs())
    }
    return token
  }
}

function closed(): AuthenticationError {
  return new AuthenticationError('the credential is closed', { code: 'credential_closed' })
}
