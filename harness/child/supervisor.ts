import type { Observation } from '../observation.ts'
import type { Player, PlayerOptions } from '../player.ts'
import { resolveSubject } from '../subjects/connection.ts'
import { createWorker, type Job, type Worker } from './worker.ts'

const SILENCE_MS = 5000
/** A further child is worth its start where so many situations wait for each that is there. */
const CROWD = 8

/** Plays situations in child processes and outlives them. Throws a `HarnessError` for a connection string that is none. */
export function createPlayer(connection: string, cwd: string, options: PlayerOptions = {}): Player {
  const { jobs = 1, silenceMs = SILENCE_MS } = options
  const source = resolveSubject(connection, cwd)
  const waiting: Job[] = []
  const hire = (): Worker => createWorker(source, silenceMs, () => waiting.shift())
  const first = hire()
  const workers = [first]
  let usable = false

  // The first child has the machine for itself until it plays: that is when a person sees something happen.
  function grow(): void {
    while (usable && workers.length < jobs && waiting.length > CROWD * workers.length)
      workers.push(hire())
  }

  const started = first.ready.then((answer) => {
    usable = 'facts' in answer
    grow()
    return 'facts' in answer
      ? { facts: { key: connection, clock: 'shim' as const, ...answer.facts } }
      : answer
  })
  return {
    started,
    play: (id, situation, seed) =>
      new Promise<Observation>((resolve) => {
        waiting.push({ message: { say: 'play', id, situation, seed }, resolve })
        for (const worker of workers) worker.pull()
        grow()
      }),
    stop: async () => {
      usable = false
      await Promise.all(workers.map((worker) => worker.stop()))
    },
  }
}
