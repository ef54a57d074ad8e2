import { syncBuiltinESMExports } from 'node:module'
import { ClientRequestInterceptor } from '@mswjs/interceptors/ClientRequest'
import { HttpRequestInterceptor } from '@mswjs/interceptors/http'
import { http, type HttpHandler } from 'msw/http'
import { defineNetwork, HttpNetworkFrame, InterceptorSource } from 'msw/experimental'
import type { Authority } from '../authority.ts'

/** What a mount needs of an authority. */
export type MountSource = Pick<Authority, 'handle' | 'owns'>

/** An authority in the place of the network. */
export interface MswMount {
  enable(): void
  disable(): void
}

/** Puts the authority in the place of the network, for every HTTP client of this process. What it does not own is refused. */
export function mountMsw(source: MountSource): MswMount {
  const network = defineNetwork({
    sources: [new StrictSource({ interceptors: [new HttpRequestInterceptor()] })],
    handlers: [http.all('*', ({ request }) => answer(request, source))],
    context: { quiet: true },
    onUnhandledFrame: () => {
      throw networkError('EBLOCKED', 'no handler answers')
    },
  })
  // It answers nothing. It marks the connections of `node:http` as those of a request: without the mark, one whose request is
  // written late is taken for a client that waits for a greeting, and is let through.
  const marks = new ClientRequestInterceptor()
  return {
    enable: () => {
      network.enable()
      marks.apply()
      syncBuiltinESMExports()
    },
    disable: () => {
      marks.dispose()
      network.disable()
      syncBuiltinESMExports()
    },
  }
}

/** For those who have a network of MSW already: answers what the authority owns, and leaves the rest to other handlers. */
export function handlers(source: MountSource): readonly HttpHandler[] {
  return [
    http.all('*', ({ request }) =>
      source.owns(new URL(request.url)) ? answer(request, source) : undefined,
    ),
  ]
}

type Frame = Parameters<InterceptorSource['queue']>[0]

/** A source that prints nothing, and lets nothing through. */
class StrictSource extends InterceptorSource {
  override async queue(frame: Frame): Promise<void> {
    if (frame instanceof HttpNetworkFrame) {
      const { request } = frame.data
      forbidPassthrough(request)
      if (request.method === 'CONNECT') await refuseTunnel(request)
      // MSW prints what a handler throws, unless the frame has a listener; here it is how a connection breaks.
      frame.events.on('unhandledException', () => {})
    }
    return super.queue(frame)
  }
}

/** MSW opens tunnels without asking a handler. */
async function refuseTunnel({ url }: Request): Promise<never> {
  await nextTurn()
  throw networkError('EBLOCKED', `CONNECT ${url}: nothing leaves, so it is refused`)
}

/** MSW lets a request through to the network that says so in this header; nothing may leave. */
function forbidPassthrough({ headers }: Request): void {
  const accept = headers.get('accept')
  if (accept?.includes('msw/passthrough'))
    headers.set('accept', accept.replaceAll('msw/', 'no-msw-'))
}

async function answer(request: Request, source: MountSource): Promise<Response> {
  try {
    return breakLate(await source.handle(request))
  } catch (error) {
    await nextTurn()
    throw isNetworkError(error) ? error : networkError('EBROKEN', BROKEN, error)
  }
}

/** MSW closes the connection as soon as a body breaks; this way what came before the break is read first. */
function breakLate(response: Response): Response {
  if (response.body === null) return response
  const reader: ReadableStreamDefaultReader<Uint8Array<ArrayBuffer>> = response.body.getReader()
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull: async (controller) => {
      try {
        const { done, value } = await reader.read()
        if (done) controller.close()
        else controller.enqueue(value)
      } catch (error) {
        for (let turn = 0; turn < TURNS_BEFORE_BREAK; turn++) await nextTurn()
        controller.error(error)
      }
    },
    cancel: (reason) => reader.cancel(reason),
  })
  const { status, statusText, headers } = response
  return new Response(body, { status, statusText, headers })
}

/** Two were enough for every client that was tried. */
const TURNS_BEFORE_BREAK = 4

/** An error in the turn of the request crashes Node's own client on a connection that is used again. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve))
}

const BROKEN = 'the mock authority is broken: see the cause'

/** MSW makes a network error of what has a code, and a response with status 500 of everything else. */
function isNetworkError(error: unknown): boolean {
  return error instanceof Error && 'code' in error
}

function networkError(code: string, message: string, cause?: unknown): Error {
  return Object.assign(new Error(message, { cause }), { code, errno: -1, syscall: 'connect' })
}
