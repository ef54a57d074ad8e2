import type { Observation } from '../observation.ts'
import type { Player, PlayerOptions } from '../player.ts'
import { resolveSubject } from '../subjects/connection.ts'
import { createWorker, type Job } from './worker.ts'

const SILENCE_MS = 5000

/** Plays situations in child processes and outlives them. Throws a `HarnessError` for a connection string that is none. */
export function createPlayer(connection: string, cwd: string, options: PlayerOptions = {}): Player {
  const source = resolveSubject(connection, cwd)
  const waiting: Job[] = []
  const first = createWorker(source, options.silenceMs ?? SILENCE_MS, () => waiting.shift())
  const others = Array.from({ length: (options.jobs ?? 1) - 1 }, () =>
    createWorker(source, options.silenceMs ?? SILENCE_MS, () => waiting.shift()),
  )
  const workers = [first, ...others]
  return {
    started: first.ready.then((answer) =>
      'facts' in answer ? { facts: { key: connection, clock: 'shim', ...answer.facts } } : answer,
    ),
    play: (id, situation, seed) =>
      new Promise<Observation>((resolve) => {
        waiting.push({ message: { say: 'play', id, situation, seed }, resolve })
        for (const worker of workers) worker.pull()
      }),
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.stop()))
    },
  }
}
