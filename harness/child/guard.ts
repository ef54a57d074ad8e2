import dgram from 'node:dgram'
import dns from 'node:dns'

/** Attempts to leave the machine, refused and remembered, oldest first. */
const refused: string[] = []

/** Takes what was refused since the last call. */
export function takeRefused(): readonly string[] {
  return refused.splice(0)
}

/**
 * Refuses every connection that reaches the network. Installed before MSW, so that what MSW lets pass (raw sockets,
 * CONNECT, its own pass-through header) ends here. Pipes and sockets in the file system stay on the machine: allowed.
 */
export function installGuard(): void {
  guardTcp()
  guardUdp()
  guardNames()
}

function refusal(what: string, syscall: string): NodeJS.ErrnoException {
  refused.push(what)
  return Object.assign(new Error(`${syscall} refused: nothing leaves the machine (${what})`), {
    code: 'ECONNREFUSED',
    errno: -111,
    syscall,
  })
}

type Connect = (this: unknown, request: unknown, address: string, port: number) => number

interface TcpWrap {
  readonly TCP: { prototype: { connect: Connect; connect6: Connect } }
}

/** What libuv says of a refused connection. */
const UV_ECONNREFUSED = -111

/**
 * At the handle, below `net.Socket`: MSW emulates a connection by a handle of its own, so what arrives here is real. There is
 * no public name for the class of the handle.
 */
function guardTcp(): void {
  const { TCP } = (process as unknown as { binding(name: 'tcp_wrap'): TcpWrap }).binding('tcp_wrap')
  const refuse: Connect = (_request, address, port) => {
    refused.push(`tcp ${address.includes(':') ? `[${address}]` : address}:${port}`)
    return UV_ECONNREFUSED
  }
  TCP.prototype.connect = refuse
  TCP.prototype.connect6 = refuse
}

function guardUdp(): void {
  dgram.Socket.prototype.send = function (this: dgram.Socket, ...args: unknown[]): void {
    // (message, [offset, length,] port, [address,] [callback])
    const target = args.slice(1)
    const port = target.findLast((arg) => typeof arg === 'number')
    const address = target.findLast((arg) => typeof arg === 'string') ?? 'localhost'
    const error = refusal(`udp ${address}:${port ?? '?'}`, 'send')
    const callback = args.at(-1)
    process.nextTick(() =>
      typeof callback === 'function' ? void callback(error) : this.emit('error', error),
    )
  }
}

function guardNames(): void {
  const lookUp = (host: unknown, ...rest: unknown[]): void => {
    const error = Object.assign(refusal(`dns ${String(host)}`, 'getaddrinfo'), {
      code: 'ENOTFOUND',
    })
    const callback = rest.at(-1)
    if (typeof callback === 'function') process.nextTick(() => void callback(error))
  }
  const lookUpAsync = (host: unknown): Promise<never> =>
    Promise.reject(
      Object.assign(refusal(`dns ${String(host)}`, 'getaddrinfo'), { code: 'ENOTFOUND' }),
    )
  for (const name of [
    'lookup',
    'resolve',
    'resolve4',
    'resolve6',
    'resolveAny',
    'resolveTxt',
    'resolveSrv',
  ] as const) {
    Object.assign(dns, { [name]: lookUp })
    Object.assign(dns.promises, { [name]: lookUpAsync })
  }
}
