/** The connection was reset and no byte was answered, as Node says it. */
export class ConnectionReset extends Error {
  override readonly name = 'ConnectionReset'
  readonly code = 'ECONNRESET'
  readonly errno = -104
  readonly syscall = 'read'

  constructor() {
    super('read ECONNRESET')
  }
}

/** Nobody here answers for this URL, and nothing leaves the machine. */
export class NotServed extends Error {
  override readonly name = 'NotServed'
  readonly code = 'EBLOCKED'
  readonly errno = -1
  readonly syscall = 'connect'

  constructor(method: string, url: URL) {
    super(`${method} ${url.origin}${url.pathname}: not a host of this authority, so it is refused`)
  }
}
