import type { Endpoint, Reply } from './reply.ts'

/** What a request is about, as far as replies care. Names are those of the directory. */
export interface RequestTarget {
  readonly endpoint: Endpoint
  readonly tenant: string | null
  readonly resource: string | null
}

/** Replies that wait for their requests. */
export interface ReplyQueue {
  add(replies: readonly Reply[]): void
  /** The oldest reply that fits; it is used up. */
  take(target: RequestTarget): Reply | undefined
}

export function createReplyQueue(): ReplyQueue {
  const waiting: Reply[] = []
  return {
    add: (replies) => void waiting.push(...replies),
    take: (target) => {
      const index = waiting.findIndex((reply) => fits(reply, target))
      return index < 0 ? undefined : waiting.splice(index, 1)[0]
    },
  }
}

function fits(reply: Reply, { endpoint, tenant, resource }: RequestTarget): boolean {
  return (
    (reply.endpoint ?? 'token') === endpoint &&
    (reply.tenant === undefined || reply.tenant === tenant) &&
    (reply.resource === undefined || reply.resource === resource)
  )
}
