import { expect, test } from 'vitest'
import { inPool } from './pool.ts'

test('results stand in the order of their tasks, whichever ends first', async () => {
  const gates = new Map(['a', 'b', 'c'].map((name) => [name, Promise.withResolvers<void>()]))
  const running = inPool([...gates.keys()], 2, async (name) => {
    await gates.get(name)?.promise
    return name.toUpperCase()
  })
  for (const name of ['b', 'c', 'a']) gates.get(name)?.resolve()

  expect(await running).toEqual(['A', 'B', 'C'])
})

test('no more tasks than the size run at once', async () => {
  let running = 0
  let most = 0
  await inPool([1, 2, 3, 4, 5], 2, async () => {
    running += 1
    most = Math.max(most, running)
    await Promise.resolve()
    running -= 1
  })

  expect(most).toBe(2)
})

test('without tasks there are no results', async () => {
  expect(await inPool([], 4, () => Promise.resolve(1))).toEqual([])
})
