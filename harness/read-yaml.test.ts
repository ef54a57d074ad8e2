import { expect, test } from 'vitest'
import { HarnessError } from './harness-error.ts'
import { readYaml } from './read-yaml.ts'

test.each([
  ['a key given twice', 'a: 1\na: 2\n', 'x.yaml:2:1: map keys must be unique'],
  [
    'an alias',
    'a: &x 1\nb: *x\n',
    'x.yaml:2:4: "*x" is an alias, and these files have none; write the value out',
  ],
  [
    'a mapping as key',
    '? { a: 1 }\n: 2\n',
    'x.yaml:1:3: this key is no word; a key is one word or a quoted text',
  ],
  [
    'a second document',
    'a: 1\n---\nb: 2\n',
    'x.yaml:2:1: a second document begins here; a file holds one',
  ],
])('%s is refused with its place', (_what, text, message) => {
  expect(refusal(text)).toEqual({ code: 'bad-baseline', message })
})

test('every fault of the syntax has a line of its own', () => {
  expect(refusal('a: 1\na: 2\na: 3\n').message.split('\n')).toHaveLength(2)
})

test('a text of endless brackets is refused in a few lines', () => {
  const { message } = refusal('['.repeat(20_000))
  expect(message).toContain('is nested too deeply to be read')
  expect(message.split('\n').length).toBeLessThan(6)
})

test('YAML is that of version 1.2: "no" and "012" are what they look like', () => {
  expect(read('a: no\nb: 012\nc: 1e3\n').value).toEqual({ a: 'no', b: 12, c: 1000 })
})

test.each([
  ['a value', ['steps', 1, 'advance'], 'value', 'x.yaml:3:14'],
  ['its key', ['steps', 1, 'advance'], 'key', 'x.yaml:3:5'],
  ['what is not there', ['steps', 1, 'nothing', 'at', 'all'], 'value', 'x.yaml:3:5'],
  ['the file', [], 'value', 'x.yaml:1:1'],
] as const)('the place of %s is found', (_what, path, part, place) => {
  expect(read('steps:\n  - close: {}\n  - advance: 5m\n').place(path, part)).toBe(place)
})

function read(text: string) {
  return readYaml({ file: 'x.yaml', text, code: 'bad-baseline' })
}

function refusal(text: string): { code: string; message: string } {
  try {
    read(text)
  } catch (error) {
    if (error instanceof HarnessError) return { code: error.code, message: error.message }
    throw error
  }
  throw new Error('the text was read')
}
