import { expect, test } from 'vitest'
import { createOrdered } from './ordered.ts'

test('results are passed on in the order of their places', () => {
  const passed: string[] = []
  const put = createOrdered<string>((result) => passed.push(result))

  put(2, 'c')
  put(0, 'a')
  expect(passed).toEqual(['a'])
  put(1, 'b')
  put(3, 'd')
  expect(passed).toEqual(['a', 'b', 'c', 'd'])
})
