import { createServer, type Server } from 'node:http'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { rejection } from './arrange-for-tests.ts'
import { openTransport } from './http.ts'

test('a request goes out as it is, and its answer comes back', async () => {
  await using server = await serve((method, body) => ({ status: 201, text: `${method} ${body}` }))
  const transport = openTransport()
  const answer = await transport.send(
    { method: 'POST', url: server.url, headers: { 'x-a': '1' }, body: 'a=1' },
    new AbortController().signal,
  )
  expect({ ...answer, headers: answer.headers['x-seen'] }).toEqual({
    status: 201,
    headers: '1',
    text: 'POST a=1',
  })
  await transport.close()
})

test('a redirect is an answer like any other, and a cookie is not sent back', async () => {
  await using server = await serve(() => ({ status: 307, text: '', location: '/elsewhere' }))
  const transport = openTransport()
  const get = { method: 'GET', url: server.url, headers: {} } as const
  const { signal } = new AbortController()
  expect((await transport.send(get, signal)).status).toBe(307)
  await transport.send(get, signal)
  expect(server.seen).toEqual(['GET / cookie=undefined', 'GET / cookie=undefined'])
  await transport.close()
})

test('an abort ends the request', async () => {
  await using server = await serve(() => undefined)
  const transport = openTransport()
  const controller = new AbortController()
  const sent = rejection(
    transport.send({ method: 'GET', url: server.url, headers: {} }, controller.signal),
  )
  controller.abort()
  expect((await sent).name).toBe('AbortError')
  await transport.close()
})

test('after close nothing can be sent', async () => {
  const transport = openTransport()
  await transport.close()
  const sent = transport.send(
    { method: 'GET', url: 'http://127.0.0.1:9/', headers: {} },
    new AbortController().signal,
  )
  expect(await rejection(sent)).toMatchObject({ code: 'UND_ERR_DESTROYED' })
})

interface Reply {
  readonly status: number
  readonly text: string
  readonly location?: string
}

interface TestServer extends AsyncDisposable {
  readonly url: string
  readonly seen: readonly string[]
}

async function serve(
  reply: (method: string | undefined, body: string) => Reply | undefined,
): Promise<TestServer> {
  const seen: string[] = []
  const server: Server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} cookie=${request.headers.cookie}`)
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const given = reply(request.method, Buffer.concat(chunks).toString())
      if (!given) return
      response.setHeader('set-cookie', 'fpc=1')
      response.setHeader('x-seen', request.headers['x-a'] ?? '')
      if (given.location) response.setHeader('location', given.location)
      response.writeHead(given.status).end(given.text)
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `http://127.0.0.1:${port}/`,
    seen,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await once(server.close(), 'close')
    },
  }
}
