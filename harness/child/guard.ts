import dgram from 'node:dgram'
import dns from 'node:dns'
import net from 'node:net'

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

function guardTcp(): void {
  const connect = net.Socket.prototype.connect
  const guarded = function (this: net.Socket, ...args: unknown[]): net.Socket {
    const target = connectTarget(args)
    if (target === null) return Reflect.apply(connect, this, args) as net.Socket
    const error = refusal(target, 'connect')
    process.nextTick(() => this.destroy(error))
    return this
  }
  net.Socket.prototype.connect = guarded as typeof connect
}

/** `tcp host:port`, or null for a path. Node normalises the arguments to an array in an array when it calls itself. */
function connectTarget(args: readonly unknown[]): string | null {
  const [first, second] = Array.isArray(args[0]) ? (args[0] as unknown[]) : args
  if (typeof first === 'object' && first !== null) {
    const { path, host, port } = first as { path?: unknown; host?: unknown; port?: unknown }
    return typeof path === 'string' && port === undefined
      ? null
      : `tcp ${typeof host === 'string' ? host : 'localhost'}:${String(port)}`
  }
  if (typeof first === 'string' && Number.isNaN(Number(first))) return null
  return `tcp ${typeof second === 'string' ? second : 'localhost'}:${String(first)}`
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
