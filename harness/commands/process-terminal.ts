import { availableParallelism } from 'node:os'
import type { Terminal } from './terminal.ts'

/** The terminal of this process. A reader that goes away (EPIPE) ends the talk quietly. */
export function createProcessTerminal(): Terminal {
  process.stdout.on('error', cannotAnswer)
  // Who does not listen to the talk misses nothing.
  process.stderr.on('error', () => {})
  return {
    answer: (text) => void process.stdout.write(text),
    talk: (text) => void process.stderr.write(text),
    colours: wantsColours(),
    watched: process.stderr.isTTY === true,
    cwd: process.cwd(),
    now: () => new Date(),
    os: process.platform,
    cores: availableParallelism(),
    onInterrupt,
    argv: process.argv.slice(2),
  }
}

function cannotAnswer(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return
  process.exitCode = 2
  process.stderr.write(
    `touchstone: the answer cannot be written (${error.code ?? error.message})\n`,
  )
}

/** https://no-color.org: any value that is not empty. */
function wantsColours(): boolean {
  return process.stdout.isTTY === true && !process.env['NO_COLOR'] && process.env['TERM'] !== 'dumb'
}

/** The second Ctrl-C ends the process at once. */
function onInterrupt(listener: () => void): () => void {
  process.once('SIGINT', listener)
  process.once('SIGTERM', listener)
  return () => {
    process.off('SIGINT', listener)
    process.off('SIGTERM', listener)
  }
}
