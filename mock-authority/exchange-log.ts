import type { Answer, Exchange } from './exchange.ts'

/** All that was exchanged, by number. */
export interface ExchangeLog {
  /** The number of the next exchange: requests are numbered as they arrive, and recorded once they are read. */
  next(): number
  begin(exchange: Omit<Exchange, 'answer'>): void
  complete(n: number, answer: Answer): void
  /** Oldest first. */
  all(): readonly Exchange[]
}

export function createExchangeLog(): ExchangeLog {
  const exchanges = new Map<number, Exchange>()
  let last = 0
  return {
    next: () => {
      last += 1
      return last
    },
    begin: (exchange) =>
      void exchanges.set(exchange.n, { ...exchange, answer: { kind: 'pending' } }),
    complete: (n, answer) => {
      const exchange = exchanges.get(n)
      if (exchange) exchanges.set(n, { ...exchange, answer })
    },
    all: () => [...exchanges.values()].toSorted((a, b) => a.n - b.n),
  }
}
