/** Time, chance and environment, as the credential sees them. */
export interface World {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly nowMs: () => number
  /** Calls back once after so many milliseconds; the function returned cancels. */
  readonly after: (ms: number, callback: () => void) => () => void
  /** At least 0, less than 1. */
  readonly random: () => number
  readonly uuid: () => string
  readonly environment: (name: string) => string | undefined
}

/** The longest a timer of the platform can wait; beyond it, it would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** The real world. The globals are looked up at each use, so that a fake clock may replace them. */
export const systemWorld: World = {
  nowMs: () => Date.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, Math.min(ms, LONGEST_TIMER_MS))
    return () => clearTimeout(timer)
  },
  random: () => Math.random(),
  uuid: () => crypto.randomUUID(),
  environment: (name) => process.env[name],
}
