import { once } from 'node:events'
import { Agent as HttpAgent, type IncomingMessage, request as httpRequest } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { Agent, fetch as undiciFetch, request as undiciRequest } from 'undici'
import { getResponse } from 'msw'
import { afterAll, afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createTestWorld, tokenUrl } from '../authority-for-tests.ts'
import type { Reply, ReplyAction } from '../reply.ts'
import { handlers, mountMsw } from './msw.ts'

interface Answer {
  readonly status: number
  readonly body: string
}
type Client = (url: string, body?: string) => Promise<Answer>

const TYPE = { 'content-type': 'application/x-www-form-urlencoded' }
const keepAlive = new HttpsAgent({ keepAlive: true, maxSockets: 1 })
const dispatcher = new Agent()

const clients: Readonly<Record<string, Client>> = {
  fetch: async (url, body) => {
    const response = await fetch(url, post(body))
    return { status: response.status, body: await response.text() }
  },
  'undici.fetch': async (url, body) => {
    const response = await undiciFetch(url, { ...post(body), dispatcher })
    return { status: response.status, body: await response.text() }
  },
  'undici.request': async (url, body) => {
    const response = await undiciRequest(url, { ...post(body), dispatcher })
    return { status: response.statusCode, body: await response.body.text() }
  },
  'node:https': (url, body) =>
    new Promise((resolve, reject) => {
      const request = httpsRequest(url, { ...post(body), agent: keepAlive }, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => void chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString() })
        })
      })
      request.on('error', reject)
      request.end(body)
    }),
}
const each = Object.entries(clients)

function post(body: string | undefined) {
  return body === undefined ? {} : { method: 'POST', headers: TYPE, body }
}

let world = createTestWorld()
const printed: unknown[][] = []

beforeEach(() => {
  printed.length = 0
  for (const name of ['error', 'warn', 'log'] as const) {
    vi.spyOn(console, name).mockImplementation((...parts: unknown[]) => void printed.push(parts))
  }
  world = createTestWorld()
  broken = false
})

afterEach(() => {
  vi.restoreAllMocks()
})

// Once for all: a client reconnects by itself, and with the network away it would reach the real one.
let broken = false
const mount = mountMsw({
  handle: (request) =>
    broken ? Promise.reject(new TypeError('a bug')) : world.authority.handle(request),
  owns: (address) => world.authority.owns(address),
})
mount.enable()

afterAll(async () => {
  keepAlive.destroy()
  await dispatcher.destroy()
  mount.disable()
})

test.each(each)('%s gets a token, and twice over one connection', async (_name, client) => {
  const body = String(await world.form())
  const answers = [await client(url(), body), await client(url(), body)]
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  expect(world.authority.labels.leaks(answers[1]?.body ?? '')).toEqual(['<token#2 home>'])
  expect(printed).toEqual([])
})

test.each(each)('%s sees a reset as ECONNRESET, and goes on', async (_name, client) => {
  const body = String(await world.form())
  await client(url(), body)
  world.authority.script([reply({ do: 'reset' })])
  expect(await codeOf(client(url(), body))).toBe('ECONNRESET')
  expect((await client(url(), body)).status).toBe(200)
  expect(printed).toEqual([])
})

test.each(each)('%s sees that a body was cut off', async (_name, client) => {
  world.authority.script([reply({ do: 'truncate', bytes: 20 })])
  const call = client(url(), String(await world.form()))
  await expect(call).rejects.toThrow(/terminated|aborted|closed|ECONNRESET/)
  expect(world.authority.exchanges().map(({ answer }) => answer.kind)).toEqual(['truncated'])
  expect(printed).toEqual([])
})

test('what came before a cut is read', async () => {
  world.authority.script([reply({ do: 'truncate', bytes: 20 })])
  const body = String(await world.form())
  const request = httpsRequest(url(), { ...post(body), agent: keepAlive })
  request.end(body)
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  const [chunk] = (await once(response, 'data')) as [Buffer]
  expect([response.statusCode, chunk.toString()]).toEqual([200, '{"token_type":"Beare'])
  await expect(once(response, 'end')).rejects.toMatchObject({ code: 'ECONNRESET' })
})

test('a request that is written late is answered, and once', async () => {
  const body = String(await world.form())
  const request = httpsRequest(url(), { ...post(body), agent: new HttpsAgent() })
  await new Promise((resolve) => void setTimeout(resolve, 20))
  request.end(body)
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  response.resume()
  expect(response.statusCode).toBe(200)
  expect(world.authority.exchanges()).toHaveLength(1)
})

test.each(each)('%s is refused where nobody answers', async (_name, client) => {
  expect(await codeOf(client('https://evil.example/picture.png'))).toBe('EBLOCKED')
  expect(await codeOf(client('https://evil.example/', 'client_assertion=a.b.c'))).toBe('EBLOCKED')
  expect(world.authority.exchanges().map((one) => [one.endpoint, one.answer.kind])).toEqual([
    ['unserved', 'refused'],
    ['unserved', 'refused'],
  ])
  expect(printed).toEqual([])
})

test('plain http to a host of the authority is refused', async () => {
  expect(await codeOf(fetch(url().replace('https', 'http')))).toBe('EBLOCKED')
})

test('a request cannot ask to be let through', async () => {
  const headers = { accept: '*/*, msw/passthrough' }
  expect(await codeOf(fetch('https://evil.example/', { headers }))).toBe('EBLOCKED')
  expect(world.authority.exchanges().map(({ answer }) => answer.kind)).toEqual(['refused'])
})

test('a tunnel is refused', async () => {
  const request = httpRequest({
    host: '127.0.0.1',
    port: 9,
    method: 'CONNECT',
    path: 'login.microsoftonline.com:443',
    agent: new HttpAgent(),
  })
  request.end()
  const [error] = (await once(request, 'error')) as [{ code?: string }]
  expect(error.code).toBe('EBLOCKED')
})

test.each(each.slice(0, 3))('%s may give up on a request that hangs', async (name) => {
  world.authority.script([reply({ do: 'hang' })])
  const controller = new AbortController()
  const { signal } = controller
  const options = { ...post(String(await world.form())), signal }
  const call =
    name === 'fetch'
      ? fetch(url(), options)
      : name === 'undici.fetch'
        ? undiciFetch(url(), { ...options, dispatcher })
        : undiciRequest(url(), { ...options, dispatcher })
  await vi.waitUntil(() => world.authority.exchanges().length === 1)
  controller.abort()
  await expect(call).rejects.toThrow(/abort/i)
  await new Promise((resolve) => void setImmediate(resolve))
  expect(world.authority.exchanges().map(({ answer }) => answer.kind)).toEqual(['pending'])
  expect(world.authority.inFlight()).toBe(0)
  expect(printed).toEqual([])
})

test('node:https may give up on a request that hangs', async () => {
  world.authority.script([reply({ do: 'hang' })])
  const body = String(await world.form())
  const request = httpsRequest(url(), { ...post(body), agent: keepAlive })
  request.end(body)
  await vi.waitUntil(() => world.authority.exchanges().length === 1)
  request.destroy(new Error('given up'))
  const [error] = (await once(request, 'error')) as [Error]
  expect(error.message).toBe('given up')
  expect((await clients['node:https']?.(url(), body))?.status).toBe(200)
  expect(printed).toEqual([])
})

test('in a network of somebody else only what is owned is answered', async () => {
  const own = new Request(url(), { method: 'POST', body: await world.form() })
  expect((await getResponse([...handlers(world.authority)], own))?.status).toBe(200)
  const foreign = new Request('https://evil.example/')
  expect(await getResponse([...handlers(world.authority)], foreign)).toBeUndefined()
  expect(world.authority.exchanges().map(({ endpoint }) => endpoint)).toEqual(['token'])
})

test('a mount can be taken away and put back', async () => {
  mount.disable()
  mount.enable()
  const headers = { accept: 'msw/passthrough' }
  expect(await codeOf(fetch('https://evil.example/', { headers }))).toBe('EBLOCKED')
  expect((await fetch(url(), post(String(await world.form())))).status).toBe(200)
})

test('an authority that breaks is an error of the connection, and no answer', async () => {
  broken = true
  expect(await codeOf(fetch(url()))).toBe('EBROKEN')
})

function url(): string {
  return tokenUrl(world.tenantId)
}

function reply(action: ReplyAction): Reply {
  return { delaySeconds: 0, action }
}

/** The code of an error, or of the nearest cause that has one. */
async function codeOf(work: Promise<unknown>): Promise<unknown> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  )
  for (let one = error; one instanceof Error; one = one.cause) {
    if ('code' in one) return one.code
  }
  return error
}
