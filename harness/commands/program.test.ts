import { expect, test } from 'vitest'
import { createFakeTerminal } from './terminal-for-tests.ts'
import { runProgram } from './program.ts'

test.each([
  [['rnu'], `touchstone: unknown command 'rnu'; did you mean "run"?\n`],
  [['run', '--sed', '3'], `touchstone: unknown option '--sed'; did you mean "--seed"?\n`],
  [
    ['run', '--seed', 'many'],
    `touchstone: option '--seed <n>' argument 'many' is invalid. It is a whole number.\n`,
  ],
  [
    ['run', '--jobs', '0'],
    `touchstone: option '--jobs <n>' argument '0' is invalid. It is a whole number from 1 to 64.\n`,
  ],
  [
    ['run', '--fail-on', 'char'],
    `touchstone: option '--fail-on <level>' argument 'char' is invalid. It is must or should.\n`,
  ],
  [['run', '--baseline'], `touchstone: option '--baseline <file>' argument missing\n`],
  [['explain'], `touchstone: missing required argument 'address'\n`],
])('%j is bad usage, told in one line', async (argv, message) => {
  const terminal = createFakeTerminal()

  expect(await runProgram(argv, terminal, {})).toBe(3)
  expect(terminal.talked()).toBe(message)
  expect(terminal.answered()).toBe('')
})

test('help and version are answers', async () => {
  const help = createFakeTerminal()
  const version = createFakeTerminal()

  expect(await runProgram(['--help'], help, {})).toBe(0)
  expect(await runProgram(['--version'], version, {})).toBe(0)
  expect(help.answered()).toContain('run [options] [selector...]')
  expect(help.talked()).toBe('')
  expect(version.answered()).toBe('0.1.0\n')
})

test('no command at all shows the help and is bad usage', async () => {
  const terminal = createFakeTerminal()

  expect(await runProgram([], terminal, {})).toBe(3)
  expect(terminal.talked()).toContain('Usage: touchstone')
})

test('a subject that is none is refused in one line', async () => {
  const terminal = createFakeTerminal()

  expect(await runProgram(['run', '--subject', './not-there.ts'], terminal, {})).toBe(3)
  expect(terminal.talked()).toMatch(/^"\.\/not-there\.ts": there is no such file; .*\n$/)
})

test('a fault of ours is one line, and its stack on demand', async () => {
  const answer = () => {
    throw new TypeError('the paper is out\nof stock')
  }
  const [short, long] = [createFakeTerminal({ answer }), createFakeTerminal({ answer })]

  expect(await runProgram(['explain', 'CACHE-01'], short, {})).toBe(2)
  expect(short.talked().split('\n').at(-2)).toBe(
    'touchstone: internal error: the paper is out; run with TOUCHSTONE_DEBUG=1 for the stack',
  )
  expect(await runProgram(['explain', 'CACHE-01'], long, { TOUCHSTONE_DEBUG: '1' })).toBe(2)
  expect(long.talked()).toMatch(/^TypeError: the paper is out\nof stock\n +at /)
})
