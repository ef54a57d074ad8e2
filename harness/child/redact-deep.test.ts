import { expect, test } from 'vitest'
import { createLabels } from '../../mock-authority/create-labels.ts'
import { redactDeep } from './redact-deep.ts'

test('a secret that is one of our own words does not change what we say', () => {
  const labels = createLabels()
  labels.name('token', '<t>')
  expect(redactDeep({ outcome: 'token', text: 'token' }, labels)).toEqual({
    outcome: 'token',
    text: '<t>',
  })
})

test('a secret is found wherever it stands', () => {
  const labels = createLabels()
  labels.name('a-secret-of-more-than-16', '<secret>')
  expect(
    redactDeep(
      { a: ['x a-secret-of-more-than-16 y', 1, null], 'a-secret-of-more-than-16': true },
      labels,
    ),
  ).toEqual({ a: ['x <secret> y', 1, null], '<secret>': true })
})
