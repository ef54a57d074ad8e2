import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import type { OutputLine } from '../observation.ts'

/** Characters that are kept at most of each stream, the last ones; and lines of them. */
const MOST = 200_000
const LINES = 200

export interface CapturedOutput {
  /** The text since the last `peek` or `take`, of both streams. */
  peek(): string
  /** The lines since the last `take`. */
  take(): readonly OutputLine[]
}

type Keep = (from: OutputLine['from'], chunk: unknown) => number

/** Keeps what this process writes to stdout and stderr, instead of writing it; by the streams or by their descriptors. */
export function captureOutput(): CapturedOutput {
  let text = ''
  let written = { stdout: '', stderr: '' }
  const keep: Keep = (from, chunk) => {
    const piece =
      typeof chunk === 'string' ? chunk : Buffer.from(chunk as Uint8Array).toString('utf8')
    text = (text + piece).slice(-MOST)
    written = { ...written, [from]: (written[from] + piece).slice(-MOST) }
    return Buffer.byteLength(piece)
  }
  captureStreams(keep)
  captureDescriptors(keep)
  return {
    peek: () => {
      const seen = text
      text = ''
      return seen
    },
    take: () => {
      const { stdout, stderr } = written
      written = { stdout: '', stderr: '' }
      text = ''
      return [...linesOf('stdout', stdout), ...linesOf('stderr', stderr)]
    },
  }
}

function captureStreams(keep: Keep): void {
  for (const from of ['stdout', 'stderr'] as const) {
    process[from].write = (chunk: unknown, ...rest: unknown[]): boolean => {
      keep(from, chunk)
      const done = rest.at(-1)
      if (typeof done === 'function') process.nextTick(() => void done())
      return true
    }
  }
}

function captureDescriptors(keep: Keep): void {
  const { writeSync } = fs
  Object.assign(fs, {
    writeSync: (fd: number, chunk: unknown, ...rest: unknown[]): number =>
      fd === 1 || fd === 2
        ? keep(fd === 1 ? 'stdout' : 'stderr', chunk)
        : (Reflect.apply(writeSync, fs, [fd, chunk, ...rest]) as number),
  })
  syncBuiltinESMExports()
}

/** Lines, so that a secret which was written in pieces is one text again. */
function linesOf(from: OutputLine['from'], text: string): readonly OutputLine[] {
  const lines = text.split('\n').filter((line) => line !== '')
  return lines.slice(-LINES).map((line) => ({ from, text: line }))
}
