import processes from 'node:child_process'
import dgram from 'node:dgram'
import dns from 'node:dns'
import workers from 'node:worker_threads'

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
  noticeOthers()
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
  for (const name of Object.keys(dns).filter(isLookUp)) Object.assign(dns, { [name]: lookUp })
  for (const name of Object.keys(dns.promises).filter(isLookUp)) {
    Object.assign(dns.promises, { [name]: lookUpAsync })
  }
  for (const [resolver, refusing] of [
    [dns.Resolver.prototype, lookUp],
    [dns.promises.Resolver.prototype, lookUpAsync],
  ] as const) {
    for (const name of namesOf(resolver).filter(isLookUp)) {
      Object.defineProperty(resolver, name, { value: refusing, configurable: true, writable: true })
    }
  }
}

/** Own and inherited, but for those of every object. */
function namesOf(prototype: object): readonly string[] {
  const names: string[] = []
  for (
    let link = prototype;
    link !== Object.prototype;
    link = Object.getPrototypeOf(link) as object
  ) {
    names.push(...Object.getOwnPropertyNames(link))
  }
  return names
}

function isLookUp(name: string): boolean {
  return /^(lookup|resolve|reverse)/.test(name)
}

/** Workers and other programs have networks of their own, which nobody here guards: that they were started is told. */
function noticeOthers(): void {
  const { Worker } = workers
  workers.Worker = class extends Worker {
    constructor(...args: ConstructorParameters<typeof Worker>) {
      refused.push('a worker thread was started, and its network is not guarded')
      super(...args)
    }
  }
  const prototype = processes.ChildProcess.prototype as object as { spawn: Spawn }
  const { spawn } = prototype
  prototype.spawn = function (options) {
    refused.push(`the program ${options.file ?? ''} was started, and its network is not guarded`)
    return Reflect.apply(spawn, this, [options]) as unknown
  }
}

type Spawn = (this: unknown, options: { readonly file?: string }) => unknown
