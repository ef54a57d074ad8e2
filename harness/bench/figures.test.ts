import { expect, test } from 'vitest'
import { figuresOf, median, renderFigures } from './figures.ts'

const timings = {
  emptyNode: [40, 41, 39],
  firstScenario: [400, 1000, 390],
  scenarios: new Map([
    ['bench/one-call-1', 5],
    ['bench/many-calls-1', 403],
    ['bench/a-second-1', 4],
    ['bench/a-day-1', 12],
  ]),
}

test('each figure is a ratio of medians, or the price of one call', () => {
  expect(figuresOf(timings).map(({ value, unit }) => [value, unit])).toEqual([
    [10, '×'],
    [2, 'ms'],
    [3, '×'],
  ])
})

test('the table says which promise was kept', () => {
  expect(renderFigures(figuresOf(timings))).toBe(
    [
      'start to first scenario, against an empty Node     10.00 ×  target ≤ 20 ×  met\n',
      'one getToken of the reference, with its request    2.00 ms  target ≤ 10 ms  met\n',
      '24 h of virtual time, against 1 s of it             3.00 ×  target ≤ 2 ×  MISSED\n',
    ].join(''),
  )
})

test('a figure of which nothing was measured is an error', () => {
  expect(() => median([])).toThrow(new RangeError('nothing was measured'))
})
