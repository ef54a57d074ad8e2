import { expect, test } from 'vitest'
import { isExpected, type Listening } from './expected-message.ts'

const loading: Listening = { loading: true, play: null }
const idle: Listening = { loading: false, play: null }
const playing: Listening = { loading: false, play: { step: 2, told: 1 } }

test.each<[string, unknown, Listening, boolean]>([
  ['a sign of life', { say: 'alive' }, idle, true],
  ['the loaded subject', { say: 'loaded', facts: {} }, loading, true],
  ['a subject that is loaded twice', { say: 'loaded', facts: {} }, playing, false],
  ['the next step', { say: 'begins', step: 2 }, playing, true],
  ['a step that is left out', { say: 'begins', step: 3 }, playing, false],
  ['what came of the step', { say: 'step', observed: { step: 2 } }, playing, true],
  ['the same step again', { say: 'step', observed: { step: 1 } }, playing, false],
  ['a step while nothing is played', { say: 'step', observed: { step: 1 } }, idle, false],
  ['the end', { say: 'played', rest: {} }, playing, true],
  ['an end without its contents', { say: 'played' }, playing, false],
  ['an end while nothing is played', { say: 'played', rest: {} }, idle, false],
  ['nothing', null, playing, false],
  ['a text', 'played', playing, false],
  ['a word of somebody else', { say: 'hello' }, playing, false],
])('%s', (_what, message, listening, expected) => {
  expect(isExpected(message, listening)).toBe(expected)
})
