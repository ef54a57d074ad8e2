import type { Terminal } from './terminal.ts'

/** A terminal that keeps what was said, for tests. */
export interface FakeTerminal extends Terminal {
  /** Everything written to stdout. */
  readonly answered: () => string
  /** Everything written to stderr. */
  readonly talked: () => string
  /** As if the user had pressed Ctrl-C. */
  readonly interrupt: () => void
}

/** A terminal without colours, on a machine with two cores, at a fixed time. */
export function createFakeTerminal(members: Partial<Terminal> = {}): FakeTerminal {
  const out: string[] = []
  const err: string[] = []
  const listeners = new Set<() => void>()
  return {
    answer: (text) => void out.push(text),
    talk: (text) => void err.push(text),
    colours: false,
    watched: false,
    cwd: process.cwd(),
    now: () => new Date('2026-11-25T10:00:00Z'),
    os: 'linux',
    cores: 2,
    onInterrupt: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    argv: [],
    answered: () => out.join(''),
    talked: () => err.join(''),
    interrupt: () => listeners.forEach((listener) => listener()),
    ...members,
  }
}
