import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const bin = fileURLToPath(new URL('bin/touchstone.js', import.meta.url))

test('an answer goes to stdout, and the process ends with 0', async () => {
  expect(await start(['--version'])).toEqual({ code: 0, out: '0.1.0\n', err: '' })
})

test('bad usage goes to stderr in one line, and the process ends with 3', async () => {
  expect(await start(['run', '--sed'])).toEqual({
    code: 3,
    out: '',
    err: `touchstone: unknown option '--sed'; did you mean "--seed"?\n`,
  })
})

test('a reader that goes away ends the talk quietly', async () => {
  const child = spawn(process.execPath, [bin, 'list'], { stdio: ['ignore', 'pipe', 'pipe'] })
  child.stdout.destroy()
  const [err, [code]] = await Promise.all([text(child.stderr), once(child, 'close')])

  expect({ err, code }).toEqual({ err: '', code: 0 })
})

async function start(argv: readonly string[]) {
  const child = spawn(process.execPath, [bin, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] })
  const closed = once(child, 'close')
  const [out, err] = await Promise.all([text(child.stdout), text(child.stderr)])
  await closed
  return { code: child.exitCode, out, err }
}
