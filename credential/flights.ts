import { AsyncLocalStorage } from 'node:async_hooks'
import type { World } from './clock.ts'
import { AbortError, AuthenticationError } from './errors.ts'
import { waitFor, type Patience } from './patience.ts'

/** Work that several callers wait for together. */
interface Flight<Value> {
  readonly controller: AbortController
  /** Flights that this one cannot end without: those that it asked for itself. */
  readonly waitsFor: Set<Flight<Value>>
  readonly landed: Promise<Value>
  waiters: number
}

/** Work under way, by key: who asks for the same waits for the same. */
export interface Flights<Value> {
  has(key: string): boolean
  /**
   * Waits for the flight of this key, and begins it where there is none. Giving up concerns the one who gives up; the work
   * itself is aborted when nobody is left.
   */
  join(key: string, start: Start<Value>, patience: Patience): Promise<Value>
  /** Runs something outside of the flight that calls it, which then does not wait for it. */
  apart<T>(action: () => T): T
  /** Ends everything that is under way. */
  abortAll(reason: Error): void
}

export type Start<Value> = (signal: AbortSignal) => Promise<Value>

/** Whether a flight is aborted when somebody leaves and so many waiters are left. */
export type Abandons = (waitersLeft: number) => boolean

export function createFlights<Value>(world: World, abandons: Abandons): Flights<Value> {
  const underWay = new Map<string, Flight<Value>>()
  const within = new AsyncLocalStorage<Flight<Value>>()

  const land = (key: string, flight: Flight<Value>): void => {
    if (underWay.get(key) === flight) underWay.delete(key)
  }

  const depart = (key: string, start: Start<Value>): Flight<Value> => {
    const { promise, resolve, reject } = Promise.withResolvers<Value>()
    const flight = {
      controller: new AbortController(),
      waitsFor: new Set<Flight<Value>>(),
      landed: promise,
      waiters: 0,
    }
    const { signal } = flight.controller
    signal.addEventListener('abort', () => {
      land(key, flight)
      reject(signal.reason)
    })
    underWay.set(key, flight)
    // Not before the flight is known: the work may ask for the same key again.
    void within.run(flight, async () => {
      await Promise.resolve()
      try {
        const value = await start(signal)
        land(key, flight)
        resolve(value)
      } catch (error) {
        land(key, flight)
        reject(error)
      }
    })
    promise.catch(() => {})
    return flight
  }

  return {
    has: (key) => underWay.has(key),
    join: async (key, start, patience) => {
      const flight = underWay.get(key) ?? depart(key, start)
      const from = within.getStore()
      if (from && reaches(flight, from)) throw circular()
      from?.waitsFor.add(flight)
      flight.waiters += 1
      try {
        return await waitFor(flight.landed, patience, world)
      } finally {
        flight.waiters -= 1
        from?.waitsFor.delete(flight)
        if (underWay.get(key) === flight && abandons(flight.waiters))
          flight.controller.abort(new AbortError())
      }
    },
    apart: (action) => within.exit(action),
    abortAll: (reason) => {
      for (const flight of underWay.values()) flight.controller.abort(reason)
    },
  }
}

function reaches<Value>(flight: Flight<Value>, goal: Flight<Value>): boolean {
  return flight === goal || [...flight.waitsFor].some((next) => reaches(next, goal))
}

function circular(): AuthenticationError {
  return new AuthenticationError(
    'the assertion callback asks this credential for the very token that its assertion is for',
    { code: 'circular_request' },
  )
}
