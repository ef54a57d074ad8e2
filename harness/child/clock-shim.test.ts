import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const shim = new URL('./clock-shim.ts', import.meta.url).href

/** Runs a program behind the shim, as a child of the harness does, and gives what it printed as JSON. */
async function behindShim(program: string): Promise<unknown> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', shim, '--input-type=module', '--eval', program],
    { cwd: fileURLToPath(new URL('../..', import.meta.url)) },
  )
  return JSON.parse(stdout)
}

/** Names every way to wait, captured before time becomes virtual; then plays one hour and tells which of them ended. */
const CAPTURED = `
  const captured = { setTimeout, Date, AbortSignal, now: performance.now, any: AbortSignal.timeout }
  const { default: timers, setTimeout: named } = await import('node:timers')
  const promises = await import('node:timers/promises')
  const { promisify } = await import('node:util')
  const { shim } = await import(${JSON.stringify(shim)})
  const clock = shim.travel(Date.UTC(2026, 0, 1))
  const ended = []
  const mark = (name) => () => ended.push(name)
  captured.setTimeout(mark('captured'), 3_600_000)
  named(mark('named'), 3_600_000)
  timers.setTimeout(mark('timers'), 3_600_000)
  promises.setTimeout(3_600_000).then(mark('promises'))
  promises.scheduler.wait(3_600_000).then(mark('scheduler'))
  promisify(setTimeout)(3_600_000).then(mark('promisify'))
  captured.any(3_600_000).addEventListener('abort', mark('AbortSignal.timeout'))
  await clock.tickAsync(3_600_000)
  console.log(JSON.stringify({
    ended: ended.sort(),
    dates: [Date.now(), captured.Date.now(), new captured.Date().getTime(), +new (class extends Date {})()],
    text: Date().includes('2026'),
    kept: new Date('2020-01-01').getTime(),
    instance: new Date() instanceof captured.Date,
    temporal: globalThis.Temporal?.Now.instant().epochMilliseconds ?? Date.now(),
  }))
  process.exit(0)
`

test('time is virtual for code that captured it before', async () => {
  const later = Date.UTC(2026, 0, 1, 1)
  expect(await behindShim(CAPTURED)).toEqual({
    ended: [
      'AbortSignal.timeout',
      'captured',
      'named',
      'promises',
      'promisify',
      'scheduler',
      'timers',
    ],
    dates: [later, later, later, later],
    text: true,
    kept: Date.UTC(2020, 0, 1),
    instance: true,
    temporal: later,
  })
})

const OUTWARDS = `
  const net = await import('node:net')
  const dns = await import('node:dns/promises')
  const dgram = await import('node:dgram')
  const { takeRefused } = await import(${JSON.stringify(new URL('./guard.ts', import.meta.url).href)})
  const tcp = await new Promise((resolve) => net.connect(443, '192.0.2.1').on('error', (error) => resolve(error.code)))
  const name = await dns.lookup('login.microsoftonline.com').catch((error) => error.code)
  const http = await fetch('http://192.0.2.1/').catch((error) => error.cause.code)
  const udp = await new Promise((resolve) => dgram.createSocket('udp4').send('x', 53, '192.0.2.1', (error) => resolve(error.code)))
  console.log(JSON.stringify({ tcp, name, http, udp, refused: takeRefused() }))
  process.exit(0)
`

test('nothing leaves the machine, and what tried to is remembered', async () => {
  expect(await behindShim(OUTWARDS)).toEqual({
    tcp: 'ECONNREFUSED',
    name: 'ENOTFOUND',
    http: 'ECONNREFUSED',
    udp: 'ECONNREFUSED',
    refused: [
      'tcp 192.0.2.1:443',
      'dns login.microsoftonline.com',
      'tcp 192.0.2.1:80',
      'udp 192.0.2.1:53',
    ],
  })
})
