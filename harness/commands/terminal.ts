import type { ExitCode } from '../../reports/events.ts'

/** Where a command speaks, and what it may know of the place it runs in. Tests give one of their own. */
export interface Terminal {
  /** The answer: stdout. */
  readonly answer: (text: string) => void
  /** The talk: stderr. */
  readonly talk: (text: string) => void
  /** Whether stdout shows colours. */
  readonly colours: boolean
  /** Whether somebody watches stderr, so that progress makes sense. */
  readonly watched: boolean
  /** Where relative paths begin. */
  readonly cwd: string
  /** Real time. */
  readonly now: () => Date
  /** `linux`, `darwin` or `win32`. */
  readonly os: string
  /** How many processes fit on this machine. */
  readonly cores: number
  /** Calls the listener once the user wants to stop; returns how to stop listening. */
  readonly onInterrupt: (listener: () => void) => () => void
  /** What was typed. */
  readonly argv: readonly string[]
}

/** A command of the program: does its work and says how it went. */
export type Command<Options> = (options: Options, terminal: Terminal) => Promise<ExitCode>
