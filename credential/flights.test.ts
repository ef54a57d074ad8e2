import { expect, test } from 'vitest'
import { rejection } from './arrange-for-tests.ts'
import { systemWorld } from './clock.ts'
import { createFlights, type Flights } from './flights.ts'

test('who asks for the same key waits for the same work', async () => {
  const flights = create()
  const { promise, resolve } = Promise.withResolvers<string>()
  const waiting = [1, 2, 3].map(() => flights.join('key', () => promise, {}))
  resolve('done')
  expect(await Promise.all(waiting)).toEqual(['done', 'done', 'done'])
  expect(flights.has('key')).toBe(false)
})

test('who gives up leaves the work to the others', async () => {
  const flights = create()
  const { promise, resolve } = Promise.withResolvers<string>()
  const impatient = new AbortController()
  const signals: AbortSignal[] = []
  const start = async (signal: AbortSignal): Promise<string> => {
    signals.push(signal)
    return await promise
  }
  const gone = rejection(flights.join('key', start, { signal: impatient.signal }))
  const stays = flights.join('key', start, {})
  await Promise.resolve()
  impatient.abort()
  expect((await gone).name).toBe('AbortError')
  expect(signals.map((signal) => signal.aborted)).toEqual([false])
  resolve('done')
  expect(await stays).toBe('done')
})

test('work that nobody waits for is aborted, and the next to ask begins anew', async () => {
  const flights = create()
  const impatient = new AbortController()
  const signals: AbortSignal[] = []
  const hang = async (signal: AbortSignal): Promise<string> => {
    signals.push(signal)
    return await new Promise(() => {})
  }
  const gone = rejection(flights.join('key', hang, { signal: impatient.signal }))
  await Promise.resolve()
  impatient.abort()
  await gone
  expect(signals.map((signal) => signal.aborted)).toEqual([true])
  expect(await flights.join('key', async () => 'second', {})).toBe('second')
})

test('work that is done is not aborted afterwards', async () => {
  const flights = create()
  const signals: AbortSignal[] = []
  await flights.join(
    'key',
    async (signal) => {
      signals.push(signal)
      return 'done'
    },
    {},
  )
  expect(signals.map((signal) => signal.aborted)).toEqual([false])
})

test('work that asks for itself is told so', async () => {
  const flights = create()
  const start = async (): Promise<string> => await flights.join('key', start, {})
  const error = await rejection(flights.join('key', start, {}))
  expect(error).toMatchObject({ code: 'circular_request' })
})

test('two that wait for each other are told so', async () => {
  const flights = create()
  const one = async (): Promise<string> => await flights.join('two', two, {})
  const two = async (): Promise<string> => await flights.join('one', one, {})
  const errors = await Promise.all([
    rejection(flights.join('one', one, {})),
    rejection(flights.join('two', two, {})),
  ])
  expect(errors).toMatchObject([{ code: 'circular_request' }, { code: 'circular_request' }])
})

test('a failure reaches everybody, and is not kept', async () => {
  const flights = create()
  const fail = async (): Promise<string> => {
    throw new Error('no')
  }
  const failures = [1, 2].map(() => rejection(flights.join('key', fail, {})))
  expect((await Promise.all(failures)).map((error) => error.message)).toEqual(['no', 'no'])
  expect(await flights.join('key', async () => 'yes', {})).toBe('yes')
})

function create(): Flights<string> {
  return createFlights<string>(systemWorld, (waitersLeft) => waitersLeft === 0)
}
