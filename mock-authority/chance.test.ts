import { expect, test } from 'vitest'
import { createChance } from './chance.ts'

test('the same seed gives the same values', () => {
  const [one, two] = [createChance('7'), createChance('7')]
  expect([one.guid(), one.bytes(70)]).toEqual([two.guid(), two.bytes(70)])
})

test('another seed gives other values', () => {
  expect(createChance('7').guid()).not.toBe(createChance('8').guid())
})

test('no value comes twice', () => {
  const chance = createChance('7')
  expect(chance.guid()).not.toBe(chance.guid())
})

test('a GUID has the form of a random one', () => {
  expect(createChance('7').guid()).toMatch(
    /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
  )
})
