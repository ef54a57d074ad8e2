import { expect, test } from 'vitest'
import type { Reply, ReplyTarget } from './reply.ts'
import { createReplyQueue } from './reply-queue.ts'

const home = { endpoint: 'token', tenant: 'home', resource: 'api' } as const

function reply(bytes: number, target: ReplyTarget = {}): Reply {
  return { ...target, delaySeconds: 0, action: { do: 'truncate', bytes } }
}

test('replies are used up, oldest first', () => {
  const queue = createReplyQueue()
  queue.add([reply(1), reply(2)])
  queue.add([reply(3)])
  const taken = [1, 2, 3, 4].map(() => queue.take(home))
  expect(taken).toEqual([reply(1), reply(2), reply(3), undefined])
})

test.each<[string, ReplyTarget, boolean]>([
  ['nothing named', {}, true],
  ['its endpoint', { endpoint: 'token' }, true],
  ['another endpoint', { endpoint: 'jwks' }, false],
  ['its tenant', { tenant: 'home' }, true],
  ['another tenant', { tenant: 'other' }, false],
  ['its resource', { resource: 'api' }, true],
  ['another resource', { resource: 'graph' }, false],
  ['its tenant and another resource', { tenant: 'home', resource: 'graph' }, false],
])('a reply with %s fits: %s', (_what, target, fits) => {
  const queue = createReplyQueue()
  queue.add([reply(1, target)])
  expect(queue.take(home) !== undefined).toBe(fits)
})

test('a reply that does not fit waits for its request', () => {
  const queue = createReplyQueue()
  queue.add([reply(1, { tenant: 'other' }), reply(2)])
  expect(queue.take(home)).toEqual(reply(2))
  expect(queue.take({ ...home, tenant: 'other' })).toEqual(reply(1, { tenant: 'other' }))
})

test('a reply without an endpoint waits for a token request', () => {
  const queue = createReplyQueue()
  queue.add([reply(1)])
  expect(queue.take({ ...home, endpoint: 'jwks' })).toBeUndefined()
})
