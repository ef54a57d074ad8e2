import { fork, type ChildProcess } from 'node:child_process'
import { getCompileCacheDir } from 'node:module'
import { fileURLToPath } from 'node:url'
import type { Incident, Observation, OutputLine, StepObservation } from '../observation.ts'
import type { SubjectFacts, Unusable } from '../player.ts'
import { SOURCE_EXTENSION } from '../source-extension.ts'
import { childEnvironment } from './environment.ts'
import { isExpected, type Listening } from './expected-message.ts'
import type { ChildMessage, PlayMessage, Rest, SubjectSource } from './messages.ts'
import { scrub } from './scrub.ts'

/** How long a child may say nothing. Counted in rounds of a timer, so that a machine that slept accuses nobody. */
const ROUND_MS = 250
const LOADING_MS = 20_000
/** After so many scenarios in a row that kept the process busy, patience ends sooner. */
const PATIENCE = 3
const IMPATIENT_MS = 1500
/** A child that lives and does not get on is stopped after so many times the patience with silence. */
const PATIENCES_FOR_PROGRESS = 2
const GRACE_MS = 250
/** Characters kept of what a child wrote past its own stdout and stderr. */
const LAST_WORDS = 4000

/** One situation on its way: asked for, being played, told. */
export interface Job {
  readonly message: PlayMessage
  readonly resolve: (observation: Observation) => void
}

export type LoadAnswer =
  | { readonly facts: Omit<SubjectFacts, 'key' | 'clock'> }
  | { readonly unusable: Unusable }

/** One child process at a time, replaced when it is spent or dead. */
export interface Worker {
  /** How the first child loaded its subject. */
  readonly ready: Promise<LoadAnswer>
  /** Takes the next job, if it is free. */
  pull(): void
  stop(): Promise<void>
}

/** A job in a child, and what was told of it so far. */
interface Play extends Job {
  /** Real milliseconds since this process began. */
  readonly beganMs: number
  readonly steps: StepObservation[]
  step: number
}

/** Keeps a child that plays the jobs which `next` gives. `silenceMs` is the patience with a child that says nothing. */
export function createWorker(
  source: SubjectSource,
  silenceMs: number,
  next: () => Job | undefined,
): Worker {
  const ready = Promise.withResolvers<LoadAnswer>()
  let child: ChildProcess | null = null
  let state: 'loading' | 'idle' | 'playing' | 'unusable' | 'stopped' = 'loading'
  let unusable: Unusable | null = null
  let play: Play | null = null
  let silentMs = 0
  let idleMs = 0
  let stuckInRow = 0
  let stuck = false
  let forged = false
  let words = ''

  const watch = setInterval(() => {
    silentMs += ROUND_MS
    if (state !== 'idle') idleMs += ROUND_MS
    if (stuck || (silentMs < patience() && idleMs < progressPatience())) return
    stuck = true
    child?.kill('SIGKILL')
  }, ROUND_MS)

  function patience(): number {
    if (state === 'loading') return Math.max(LOADING_MS, silenceMs)
    return stuckInRow < PATIENCE ? silenceMs : Math.min(IMPATIENT_MS, silenceMs)
  }

  /** A sign of life is no progress. */
  function progressPatience(): number {
    return state === 'loading' ? patience() : PATIENCES_FOR_PROGRESS * patience()
  }

  function start(): void {
    state = 'loading'
    silentMs = 0
    idleMs = 0
    stuck = false
    forged = false
    words = ''
    const started = spawnChild(source)
    child = started
    started.on('message', (message: unknown) => {
      // What a child said before it was stopped may be heard after.
      if (child !== started || state === 'stopped') return
      if (isExpected(message, listening())) return hear(message)
      forged = true
      started.kill('SIGKILL')
    })
    started.on('error', (error) => {
      // A child that was never born does not exit either.
      if (started.pid !== undefined || child !== started) return
      giveUp({ blame: 'environment', message: `no process can be started: ${error.message}` })
    })
    for (const stream of [started.stdout, started.stderr]) {
      stream?.on(
        'data',
        (chunk: Buffer) => (words = (words + chunk.toString('utf8')).slice(-LAST_WORDS)),
      )
    }
    started.once('exit', (code, signal) => {
      void lastWordsSaid(started).then(() => {
        if (child === started) ended(code, signal)
      })
    })
  }

  function listening(): Listening {
    return {
      loading: state === 'loading',
      play: play && { step: play.step, told: play.steps.length },
    }
  }

  function hear(message: ChildMessage): void {
    silentMs = 0
    if (message.say !== 'alive') idleMs = 0
    switch (message.say) {
      case 'alive':
        return
      case 'loaded':
        ready.resolve({ facts: message.facts })
        state = 'idle'
        return pull()
      case 'unusable':
        return giveUp(message.unusable)
      case 'begins':
        if (play) play.step = message.step
        return
      case 'step':
        play?.steps.push(message.observed)
        return
      case 'played':
        stuckInRow = 0
        finish(message.rest)
        if (message.spent) return replace()
        state = 'idle'
        return pull()
    }
  }

  function ended(code: number | null, signal: string | null): void {
    if (state === 'stopped' || state === 'unusable') return
    const how = describeEnd(code, signal)
    if (state === 'loading')
      return giveUp({ blame: 'subject', message: `${how} while it was loaded${quoted(words)}` })
    stuckInRow = stuck ? stuckInRow + 1 : 0
    if (play) {
      const incident: Incident = {
        step: Math.max(1, play.step),
        blame: 'subject',
        verdict: 'fail',
        message: how,
      }
      finish({
        incident,
        unserved: [],
        output: lastWords(words),
        virtualSeconds: 0,
        durationMs: performance.now() - play.beganMs,
      })
    }
    start()
  }

  function describeEnd(code: number | null, signal: string | null): string {
    if (forged) return 'spoke to the harness as if it were the harness'
    if (!stuck) return `ended the process (${signal ?? `exit code ${code}`})`
    return silentMs < idleMs
      ? `did not come to an end in ${Math.round(idleMs / 1000)} s of real time`
      : 'kept the process busy and answered nothing'
  }

  function finish(rest: Rest): void {
    const finished = play
    play = null
    finished?.resolve({ steps: finished.steps, beganMs: finished.beganMs, ...rest })
  }

  function replace(): void {
    const spent = child
    start()
    spent?.kill('SIGKILL')
    spent?.stdout?.destroy()
    spent?.stderr?.destroy()
  }

  function giveUp(reason: Unusable): void {
    unusable = reason
    state = 'unusable'
    ready.resolve({ unusable: reason })
    child?.kill('SIGKILL')
    clearInterval(watch)
    finish(unplayable(reason))
    pull()
  }

  function pull(): void {
    if (state === 'unusable' && unusable) {
      for (let job = next(); job; job = next())
        job.resolve({ steps: [], beganMs: performance.now(), ...unplayable(unusable) })
    }
    if (state !== 'idle') return
    const job = next()
    if (!job) return
    state = 'playing'
    silentMs = 0
    idleMs = 0
    play = { ...job, beganMs: performance.now(), steps: [], step: 0 }
    child?.send(job.message, () => {}) // A child that cannot be told is gone, and `close` says so.
  }

  async function stop(): Promise<void> {
    const last = child
    const running = last && last.exitCode === null && last.signalCode === null
    state = 'stopped'
    clearInterval(watch)
    last?.kill('SIGKILL')
    if (running) await new Promise((resolve) => void last.once('exit', resolve))
    // Whoever inherited them from the child may live on.
    last?.stdout?.destroy()
    last?.stderr?.destroy()
  }

  start()
  return { ready: ready.promise, pull, stop }
}

/** Waits until the pipes of a child that has ended are empty; a process that inherited them may keep them open for ever. */
async function lastWordsSaid(child: ChildProcess): Promise<void> {
  const grace = Promise.withResolvers<void>()
  const timer = setTimeout(grace.resolve, GRACE_MS)
  child.once('close', grace.resolve)
  await grace.promise
  clearTimeout(timer)
  child.stdout?.destroy()
  child.stderr?.destroy()
}

function spawnChild(source: SubjectSource): ChildProcess {
  const here = (name: string): URL => new URL(`./${name}${SOURCE_EXTENSION}`, import.meta.url)
  return fork(fileURLToPath(here('entry')), [JSON.stringify(source)], {
    execArgv: ['--disable-warning=ExperimentalWarning', '--import', here('clock-shim').href],
    env: { ...childEnvironment(process.env), ...compileCache() },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
}

/** The child shares what its parent has compiled. */
function compileCache(): Record<string, string> {
  const folder = getCompileCacheDir()
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: folder }
}

function unplayable({ blame, message }: Unusable): Rest {
  const incident: Incident = { step: 1, blame, verdict: 'error', message }
  return { incident, unserved: [], output: [], virtualSeconds: 0, durationMs: 0 }
}

function lastWords(text: string): readonly OutputLine[] {
  const lines = scrub(text)
    .split('\n')
    .filter((line) => line.trim() !== '')
  return lines.map((line) => ({ from: 'stderr', text: line }))
}

function quoted(text: string): string {
  const line = scrub(text)
    .split('\n')
    .find((one) => one.trim() !== '')
  return line === undefined ? '' : `; it wrote: ${line.slice(0, 300)}`
}
