import type { EpochSeconds } from './clock.ts'
import type { TokenRecord } from './issued-tokens.ts'

/** What became of the client's service principals: the events that continuous access evaluation is about. */
export interface Principals {
  /** A critical event now: the first `issued` tokens are refused by resources, if they are CAE tokens. */
  revoke(at: EpochSeconds, issued: number): void
  disable(tenant: string, at: EpochSeconds): void
  enable(tenant: string): void
  isDisabled(tenant: string): boolean
  /** Since when a resource refuses the token; undefined while it does not. */
  refusedSince(token: TokenRecord): EpochSeconds | undefined
}

/** All principals enabled, nothing revoked. Order of issue decides, since much happens at one moment of a virtual clock. */
export function createPrincipals(): Principals {
  const disabled = new Map<string, EpochSeconds>()
  let revocation: { readonly at: EpochSeconds; readonly issued: number } | undefined
  return {
    revoke: (at, issued) => {
      revocation = { at, issued }
    },
    disable: (tenant, at) => void disabled.set(tenant, at),
    enable: (tenant) => void disabled.delete(tenant),
    isDisabled: (tenant) => disabled.has(tenant),
    refusedSince: ({ number, issued: { cae, tenant } }) => {
      if (!cae) return undefined
      if (disabled.has(tenant)) return disabled.get(tenant)
      return revocation && number <= revocation.issued ? revocation.at : undefined
    },
  }
}
