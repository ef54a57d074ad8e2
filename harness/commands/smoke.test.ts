import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { runProgram } from './program.ts'
import { createFakeTerminal } from './terminal-for-tests.ts'

const subjects = fileURLToPath(new URL('../child/subjects-for-tests/', import.meta.url))

test('the reference passes every probe', async () => {
  const terminal = createFakeTerminal()

  expect(await runProgram(['smoke'], terminal, {})).toBe(0)
  expect(terminal.answered().split('\n').slice(1)).toEqual([
    ' ✓ gets a token',
    ' ✓ clock moves',
    ' ✓ maps errors',
    ' ✓ nothing else is reached',
    '',
  ])
})

test('a subject that brings no token fails, and is told what to mend first', async () => {
  const terminal = createFakeTerminal({ cwd: subjects })

  expect(await runProgram(['smoke', '--subject', './returns-garbage.ts'], terminal, {})).toBe(1)
  expect(terminal.answered()).toMatch(
    /^ ✗ gets a token  outcome: expected an AccessToken, received /m,
  )
  expect(terminal.answered().match(/^ {5}\S/gm)).toHaveLength(1)
})

test('a subject that cannot be loaded cannot be measured', async () => {
  const terminal = createFakeTerminal({ cwd: subjects })

  expect(await runProgram(['smoke', '--subject', './no-default.ts'], terminal, {})).toBe(2)
  expect(terminal.answered()).toMatch(/^\.\/no-default\.ts: has no default export; .*\n$/)
})
