/** The virtual moment at which every scenario begins, in seconds since 1970. */
export const BEGINNING_SECONDS = Date.UTC(2026, 0, 1) / 1000
