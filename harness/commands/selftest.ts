import { createPlayer } from '../child/supervisor.ts'
import { printableDeep } from '../../reports/escape.ts'
import { mutationScore } from '../mutation-score.ts'
import type { Player } from '../player.ts'
import { selectChecks } from '../select.ts'
import { holds, selftestJson, type SelftestReport, selftestText } from '../selftest-text.ts'
import { type Trial, tryReference } from '../selftest.ts'
import { mutantNames } from '../subjects/builtin.ts'
import { tryMutants } from '../try-mutants.ts'
import { createPaint } from './paint.ts'
import { createProgress, type Progress } from './progress.ts'
import { DEFAULT_SUBJECT } from './run.ts'
import { loadSuite } from './suite-files.ts'
import type { Command } from './terminal.ts'

/** What `selftest` is asked for. */
export interface SelftestFlags {
  readonly jobs?: number
  readonly seed: number
  readonly json?: true
}

/** Plays the suite on the reference and on every deliberately broken credential. */
export const selftest: Command<SelftestFlags> = async ({ jobs, seed, json }, terminal) => {
  const names = mutantNames()
  const progress = createProgress(names.length + 1, terminal)
  const trial = { selected: selectChecks(loadSuite([], terminal.cwd).scenarios, []), seed }
  const report = await tryAll(names, trial, {
    size: jobs ?? terminal.cores,
    cwd: terminal.cwd,
    progress,
  })
  progress.clear()
  const shown = printableDeep(report)
  terminal.answer(json ? selftestJson(shown) : selftestText(shown, createPaint(terminal.colours)))
  return holds(report) ? 0 : 1
}

interface Work {
  readonly size: number
  readonly cwd: string
  readonly progress: Progress
}

async function tryAll(
  names: readonly string[],
  trial: Trial,
  { size, cwd, progress }: Work,
): Promise<SelftestReport> {
  const on = async <Result>(connection: string, work: (player: Player) => Promise<Result>) => {
    const player = createPlayer(connection, cwd)
    try {
      return await work(player)
    } finally {
      await player.stop()
      progress.step()
    }
  }
  const reference = await on(DEFAULT_SUBJECT, (player) => tryReference(player, trial))
  const mutants = await tryMutants(names, {
    trial,
    size,
    on: (name, work) => on(`builtin:mutant/${name}`, work),
  })
  return { reference, mutants, score: mutationScore(mutants, scoredAddresses(trial)) }
}

/** A precondition tests the mock, so no mutant has to turn it red. */
function scoredAddresses({ selected }: Trial): readonly string[] {
  return selected.flatMap(({ scenario, checks }) =>
    checks
      .filter(({ requirement }) => requirement !== null)
      .map(({ name }) => `${scenario.id}:${name}`),
  )
}
