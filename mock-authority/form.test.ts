import { expect, test } from 'vitest'
import { readForm } from './form.ts'

test('a form is decoded', () => {
  const { values, wellFormed } = readForm('a=1%262&b=c+d%20e&empty=&bare')
  expect([...values]).toEqual([
    ['a', '1&2'],
    ['b', 'c d e'],
    ['empty', ''],
    ['bare', ''],
  ])
  expect(wellFormed).toBe(true)
})

test('the first value of a doubled name counts, and the name is told', () => {
  const { values, doubled, all } = readForm('a=1&b=2&a=3&a=4')
  expect([values.get('a'), doubled, all('a')]).toEqual(['1', ['a'], ['1', '3', '4']])
})

test.each(['a=%', 'a=%2', 'a=%zz', '%=a'])('a broken percent sign is told: %s', (text) => {
  expect(readForm(text).wellFormed).toBe(false)
})

test('names of the language are names like any other', () => {
  expect(readForm('__proto__=1&constructor=2').values.get('__proto__')).toBe('1')
})
