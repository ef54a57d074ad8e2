import { expect, test } from 'vitest'
import { createFakeTerminal } from './fake-terminal.ts'
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
  const broken = { cwd: 'relative\u0000', now: () => new Date() }
  const [plain, debug] = [createFakeTerminal(broken), createFakeTerminal(broken)]

  expect(await runProgram(['list'], plain, {})).toBe(2)
  expect(plain.talked()).toMatch(
    /^touchstone: internal error: .*; run with TOUCHSTONE_DEBUG=1 for the stack\n$/,
  )
  expect(await runProgram(['list'], debug, { TOUCHSTONE_DEBUG: '1' })).toBe(2)
  expect(debug.talked()).toMatch(/\n +at /)
})
