import type { OutputLine } from '../observation.ts'

/** Lines that are kept at most, and characters of one. */
const LIMITS = { lines: 200, characters: 2000 } as const

export interface CapturedOutput {
  /** The text since the last `peek` or `take`, of both streams. */
  peek(): string
  /** The lines since the last `take`. */
  take(): readonly OutputLine[]
}

/** Keeps what this process writes to stdout and stderr, instead of writing it. */
export function captureOutput(): CapturedOutput {
  let text = ''
  let lines: OutputLine[] = []
  for (const from of ['stdout', 'stderr'] as const) {
    process[from].write = (chunk: unknown, ...rest: unknown[]): boolean => {
      const written =
        typeof chunk === 'string' ? chunk : Buffer.from(chunk as Uint8Array).toString('utf8')
      text += written
      const kept = written.split('\n').filter((line) => line !== '')
      lines.push(...kept.map((line) => ({ from, text: line.slice(0, LIMITS.characters) })))
      lines = lines.slice(-LIMITS.lines)
      const done = rest.at(-1)
      if (typeof done === 'function') process.nextTick(() => void done())
      return true
    }
  }
  return {
    peek: () => {
      const seen = text
      text = ''
      return seen
    },
    take: () => {
      const taken = lines
      lines = []
      text = ''
      return taken
    },
  }
}
