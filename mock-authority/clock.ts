declare const epochSeconds: unique symbol

/** Seconds since 1970-01-01T00:00:00Z, the unit of `exp`, `iat` and `nbf` (RFC 7519 §2). May have a fraction. */
export type EpochSeconds = number & { readonly [epochSeconds]: true }

/** The only source of time for an authority. Virtual in a run, real when the authority stands alone. */
export interface Clock {
  now(): EpochSeconds
  /** Resolves once `seconds` have passed on this clock. */
  sleep(seconds: number): Promise<void>
}
