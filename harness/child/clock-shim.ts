/**
 * Loaded before everything else in a child (`node --import`), so that code which captures `setTimeout`, `Date` or
 * `AbortSignal.timeout` follows the virtual clock too. Until `travel` is called, time is real.
 */
import { syncBuiltinESMExports } from 'node:module'
import timers from 'node:timers'
import timersPromises from 'node:timers/promises'
import FakeTimers from '@sinonjs/fake-timers'
import { installGuard } from './guard.ts'

type Clock = ReturnType<typeof FakeTimers.createClock>
type Callback = (...args: unknown[]) => void

const { setTimeout, clearTimeout, setInterval, clearInterval, setImmediate } = globalThis
const RealDate = globalThis.Date
const realNow = RealDate.now.bind(RealDate)
const realPerformanceNow = performance.now.bind(performance)
const realHrtime = process.hrtime
const realHrtimeBigint = process.hrtime.bigint.bind(process.hrtime)
const realAbortTimeout = AbortSignal.timeout.bind(AbortSignal)
const realClear = { clearTimeout, clearInterval }
const RealTimeout = realTimeoutClass()

let clock: Clock | null = null
let cryptoWork = 0
/** Counts the scenarios: each is a journey of its own. */
let journey = 0

/** Real time and the switch to virtual time, for the harness alone. */
export const shim = {
  /** From now on time is virtual, and begins at `epochMs`. Timers that wait keep the rest of their time. */
  travel(epochMs: number): Clock {
    journey += 1
    clock ??= FakeTimers.createClock(epochMs)
    clock.setSystemTime(epochMs)
    return clock
  },
  /** Milliseconds of real time. */
  realNow,
  realSetInterval: setInterval,
  setImmediate,
  /** WebCrypto operations under way: they are work that no timer and no handle shows. */
  cryptoWork: (): number => cryptoWork,
}

// The handle of a real timer is of a class that Node does not export.
function realTimeoutClass(): unknown {
  const handle = setTimeout(() => {}, 0)
  clearTimeout(handle)
  return Object.getPrototypeOf(handle)
}

function isReal(handle: unknown): boolean {
  return (
    typeof handle === 'object' && handle !== null && Object.getPrototypeOf(handle) === RealTimeout
  )
}

/** What a timer of an earlier scenario throws is nobody's fault in this one. */
function inItsTime(callback: Callback): Callback {
  if (typeof callback !== 'function') return callback
  const own = journey
  return function (this: unknown, ...args) {
    try {
      Reflect.apply(callback, this, args)
    } catch (error) {
      if (own === journey) throw error
    }
  }
}

function patchTimers(): void {
  const set = { setTimeout, setInterval }
  for (const name of ['setTimeout', 'setInterval'] as const) {
    const patched = (callback: Callback, ms?: number, ...args: unknown[]): unknown =>
      clock ? clock[name](inItsTime(callback), ms ?? 1, ...args) : set[name](callback, ms, ...args)
    Object.assign(globalThis, { [name]: patched })
    Object.assign(timers, { [name]: patched })
  }
  for (const name of ['clearTimeout', 'clearInterval'] as const) {
    const patched = (handle: unknown): void => {
      if (!clock || isReal(handle)) realClear[name](handle as number)
      else clock[name](handle as never)
    }
    Object.assign(globalThis, { [name]: patched })
    Object.assign(timers, { [name]: patched })
  }
  Object.defineProperty(globalThis.setTimeout, Symbol.for('nodejs.util.promisify.custom'), {
    value: (ms: number, value: unknown) => sleep(ms, value),
  })
}

function sleep<T>(ms = 1, value?: T, options?: { signal?: AbortSignal }): Promise<T | undefined> {
  const signal = options?.signal
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      globalThis.clearTimeout(timer)
      const error = new Error('The operation was aborted', { cause: signal?.reason })
      reject(Object.assign(error, { name: 'AbortError', code: 'ABORT_ERR' }))
    }
    const timer = globalThis.setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve(value)
    }, ms)
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
}

async function* ticks<T>(
  ms = 1,
  value?: T,
  options?: { signal?: AbortSignal },
): AsyncGenerator<T | undefined> {
  for (;;) yield await sleep(ms, value, options)
}

function patchTimerPromises(): void {
  Object.assign(timersPromises, { setTimeout: sleep, setInterval: ticks })
  Object.assign(timersPromises.scheduler, {
    wait: (ms: number, options?: { signal?: AbortSignal }) => sleep(ms, undefined, options),
  })
}

function patchAbortTimeout(): void {
  AbortSignal.timeout = (ms) => {
    if (!clock) return realAbortTimeout(ms)
    const controller = new AbortController()
    const message = 'The operation was aborted due to timeout'
    clock.setTimeout(() => controller.abort(new DOMException(message, 'TimeoutError')), ms)
    return controller.signal
  }
}

function patchDate(): void {
  const VirtualDate: DateConstructor = new Proxy(RealDate, {
    construct: (target, args, newTarget): Date =>
      Reflect.construct(
        target,
        clock && args.length === 0 ? [clock.now] : args,
        newTarget === VirtualDate ? target : newTarget,
      ) as Date,
    apply: () => new VirtualDate().toString(),
    get: (target, key) => (key === 'now' ? now : (Reflect.get(target, key, target) as unknown)),
  })
  // `new Date().constructor` must be the same clock.
  Object.defineProperty(RealDate.prototype, 'constructor', {
    value: VirtualDate,
    writable: true,
    configurable: true,
  })
  globalThis.Date = VirtualDate
}

function now(): number {
  return clock ? clock.now : realNow()
}

function patchPerformance(): void {
  performance.now = () => (clock ? clock.performance.now() : realPerformanceNow())
  const hrtime = (previous?: [number, number]): [number, number] =>
    (clock ? clock.hrtime(previous) : realHrtime(previous)) as [number, number]
  hrtime.bigint = (): bigint =>
    clock ? BigInt(Math.round(clock.performance.now() * 1e6)) : realHrtimeBigint()
  process.hrtime = hrtime
}

interface TemporalNow {
  instant(): { toZonedDateTimeISO(zone: string): Record<string, () => unknown> }
  timeZoneId(): string
  [other: string]: unknown
}

/** Node 26 has `Temporal`; an older one has not. */
function patchTemporal(): void {
  const temporal = (
    globalThis as {
      Temporal?: { Now: TemporalNow; Instant: { fromEpochMilliseconds(ms: number): never } }
    }
  ).Temporal
  if (!temporal) return
  const { Now, Instant } = temporal
  const zoned = (zone = Now.timeZoneId()) => Now.instant().toZonedDateTimeISO(zone)
  Object.assign(Now, {
    instant: () => Instant.fromEpochMilliseconds(Math.floor(now())),
    zonedDateTimeISO: zoned,
    plainDateTimeISO: (zone?: string) => zoned(zone)['toPlainDateTime']?.(),
    plainDateISO: (zone?: string) => zoned(zone)['toPlainDate']?.(),
    plainTimeISO: (zone?: string) => zoned(zone)['toPlainTime']?.(),
  })
}

/** Counts the WebCrypto operations under way. */
function patchCrypto(): void {
  const prototype = Object.getPrototypeOf(crypto.subtle) as Record<string, unknown>
  for (const [name, descriptor] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
    const original: unknown = descriptor.value
    if (typeof original !== 'function' || name === 'constructor') continue
    const counted = async function (this: SubtleCrypto, ...args: unknown[]): Promise<unknown> {
      cryptoWork += 1
      try {
        return (await Reflect.apply(original, this, args)) as unknown
      } finally {
        cryptoWork -= 1
      }
    }
    Object.defineProperty(prototype, name, { ...descriptor, value: counted })
  }
}

patchTimers()
patchTimerPromises()
patchAbortTimeout()
patchDate()
patchPerformance()
patchTemporal()
patchCrypto()
installGuard()
syncBuiltinESMExports()
