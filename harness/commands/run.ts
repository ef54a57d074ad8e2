import { createPlayer } from '../child/supervisor.ts'
import type { Player } from '../player.ts'
import type { RunFlags } from './run-flags.ts'
import type { Command } from './terminal.ts'

/** The subject when none is named. */
export const DEFAULT_SUBJECT = 'builtin:reference'

/** Plays scenarios on subjects. The subjects load in their processes while this one loads the scenarios. */
export const run: Command<RunFlags> = async (flags, terminal) => {
  const players = createPlayers(flags, terminal.cwd)
  try {
    const { reportRun } = await import('./report-run.ts')
    return await reportRun(flags, players, terminal)
  } finally {
    await Promise.all([...players.values()].map((player) => player.stop()))
  }
}

function createPlayers(flags: RunFlags, cwd: string): ReadonlyMap<string, Player> {
  const connections = flags.subject.length > 0 ? flags.subject : [DEFAULT_SUBJECT]
  const players = new Map<string, Player>()
  try {
    for (const connection of new Set(connections)) {
      players.set(connection, createPlayer(connection, cwd, { jobs: flags.jobs }))
    }
    return players
  } catch (error) {
    for (const player of players.values()) void player.stop()
    throw error
  }
}
