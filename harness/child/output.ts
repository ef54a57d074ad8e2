import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import type { OutputLine } from '../observation.ts'

/** Characters that are kept at most of each stream, the last ones; and lines of them. */
const MOST = 4_000_000
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

/** Each way of `node:fs` to write to a descriptor; a stream on a descriptor uses `write` and `writev`. */
function captureDescriptors(keep: Keep): void {
  for (const name of ['writeSync', 'writeFileSync', 'appendFileSync', 'writevSync'] as const) {
    replace(fs, name, (original) => (fd, data, ...rest) => {
      const from = streamOf(fd)
      return from === undefined ? original(fd, data, ...rest) : keepAll(keep, from, data)
    })
  }
  for (const name of ['write', 'writeFile', 'appendFile', 'writev'] as const) {
    replace(fs, name, (original) => (fd, data, ...rest) => {
      const from = streamOf(fd)
      if (from === undefined) return original(fd, data, ...rest)
      const bytes = keepAll(keep, from, data)
      const done = rest.at(-1)
      if (typeof done === 'function') process.nextTick(() => void done(null, bytes, data))
      return undefined
    })
  }
  replace(
    process,
    '_rawDebug',
    () =>
      (...parts) =>
        keep('stderr', `${parts.map(String).join(' ')}\n`),
  )
  syncBuiltinESMExports()
}

type Anything = (...args: readonly unknown[]) => unknown

/** Keeps what hangs on the original, such as how `util.promisify` is to treat it. */
function replace(holder: object, name: string, by: (original: Anything) => Anything): void {
  const original = Reflect.get(holder, name) as Anything
  const next = by(original.bind(holder))
  const { length: _length, name: _name, ...own } = Object.getOwnPropertyDescriptors(original)
  Object.defineProperties(next, own)
  Object.defineProperty(holder, name, { value: next, configurable: true, writable: true })
}

function streamOf(fd: unknown): OutputLine['from'] | undefined {
  if (fd === 1) return 'stdout'
  return fd === 2 ? 'stderr' : undefined
}

function keepAll(keep: Keep, from: OutputLine['from'], data: unknown): number {
  const pieces: readonly unknown[] = Array.isArray(data) ? data : [data]
  return pieces.reduce<number>((bytes, piece) => bytes + keep(from, piece), 0)
}

/** Lines, so that a secret which was written in pieces is one text again. */
function linesOf(from: OutputLine['from'], text: string): readonly OutputLine[] {
  const lines = text.split('\n').filter((line) => line !== '')
  return lines.slice(-LINES).map((line) => ({ from, text: line }))
}
