import type { IssuedToken } from './authority.ts'
import type { Labels } from './labels.ts'

/** A token that the authority remembers. */
export interface TokenRecord {
  /** Counts from 1, by order of issue. */
  readonly number: number
  readonly issued: IssuedToken
}

/** Every access token that the authority issued. */
export interface IssuedTokens {
  /** Names the token `<token#2 home>`. */
  add(token: string, facts: Omit<IssuedToken, 'label'>): TokenRecord
  find(token: string): TokenRecord | undefined
  count(): number
}

export function createIssuedTokens(labels: Labels): IssuedTokens {
  const records = new Map<string, TokenRecord>()
  return {
    add: (token, facts) => {
      const number = records.size + 1
      const label = labels.name(token, `<token#${number} ${facts.tenant}>`)
      const record = { number, issued: { label, ...facts } }
      records.set(token, record)
      return record
    },
    find: (token) => records.get(token),
    count: () => records.size,
  }
}
