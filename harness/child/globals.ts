/** What no subject may replace, since the harness and every other code of the process live on it. */
const WATCHED = {
  Date: () => globalThis.Date,
  'Date.now': () => globalThis.Date.now,
  fetch: () => globalThis.fetch,
  Promise: () => globalThis.Promise,
  setTimeout: () => globalThis.setTimeout,
  setInterval: () => globalThis.setInterval,
  clearTimeout: () => globalThis.clearTimeout,
  setImmediate: () => globalThis.setImmediate,
  queueMicrotask: () => globalThis.queueMicrotask,
  AbortController: () => globalThis.AbortController,
  'AbortSignal.timeout': () => globalThis.AbortSignal.timeout,
  'performance.now': () => performance.now,
  'JSON.parse': () => JSON.parse,
  'JSON.stringify': () => JSON.stringify,
  'process.exit': () => process.exit,
  'process.nextTick': () => process.nextTick,
} as const

/** Remembers the globals of now, and tells which of them were replaced since. */
export function watchGlobals(): { changes(): readonly string[] } {
  const entries = Object.entries(WATCHED)
  const before = entries.map(([, read]) => read())
  return {
    changes: () =>
      entries.filter(([, read], index) => read() !== before[index]).map(([name]) => name),
  }
}
