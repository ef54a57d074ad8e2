import { scopeKey, scopeSet } from './scopes.ts'
import { isValid, type Token } from './token.ts'

/** What a token was asked for. */
export interface TokenQuestion {
  /** In the caller's order. */
  readonly scopes: readonly string[]
  readonly tenantId: string
  readonly enableCae: boolean
}

export interface CacheEntry {
  readonly question: TokenQuestion
  readonly token: Token
  /** Counts the acquisitions of a credential, in the order in which they began. */
  readonly acquisition: number
}

/** How questions are told apart. */
export interface CacheRules {
  /** Tokens of different partitions never meet. */
  readonly partitionOf: (question: TokenQuestion) => string
  /** Whether a token held for some scopes serves a call for others. */
  readonly covers: (held: readonly string[], wanted: readonly string[]) => boolean
}

/** The tokens of one credential, in memory. */
export interface TokenCache {
  /** The best entry for a question: for exactly these scopes, else for more; else undefined. */
  find(question: TokenQuestion, isGood: (token: Token) => boolean): CacheEntry | undefined
  /** Keeps an entry in place of the one for the same question, unless that was asked for later. Forgets what has expired. */
  keep(entry: CacheEntry, nowMs: number): void
}

/** Tokens for tenants, and with and without CAE, are kept apart. */
export function partitionOf({ tenantId, enableCae }: TokenQuestion): string {
  return `${tenantId.toLowerCase()} ${enableCae ? 'cae' : 'plain'}`
}

/** A token for some scopes serves a call for fewer of them. */
export function covers(held: readonly string[], wanted: readonly string[]): boolean {
  const has = scopeSet(held)
  return [...scopeSet(wanted)].every((scope) => has.has(scope))
}

export function createTokenCache(rules: CacheRules): TokenCache {
  const partitions = new Map<string, Map<string, CacheEntry>>()
  return {
    find: (question, isGood) => {
      const entries = partitions.get(rules.partitionOf(question)) ?? new Map<string, CacheEntry>()
      const exact = entries.get(scopeKey(question.scopes))
      if (exact && isGood(exact.token)) return exact
      return [...entries.values()]
        .filter((one) => rules.covers(one.question.scopes, question.scopes) && isGood(one.token))
        .toSorted((one, other) => other.token.expiresOnMs - one.token.expiresOnMs)[0]
    },
    keep: (entry, nowMs) => {
      const partition = rules.partitionOf(entry.question)
      const entries = partitions.get(partition) ?? new Map<string, CacheEntry>()
      partitions.set(partition, entries)
      for (const [key, one] of entries) if (!isValid(one.token, nowMs)) entries.delete(key)
      const key = scopeKey(entry.question.scopes)
      const present = entries.get(key)
      if (!present || present.acquisition < entry.acquisition) entries.set(key, entry)
    },
  }
}
