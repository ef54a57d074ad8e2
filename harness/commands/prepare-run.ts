import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type BaselineEntry, readBaseline } from '../baseline.ts'
import { HarnessError } from '../harness-error.ts'
import type { SubjectPlay } from '../play-subject.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { selectChecks } from '../select.ts'
import type { GateRules } from '../standing.ts'
import { CHEAP_PROBES, loadProbes } from './probe-files.ts'
import type { RunFlags } from './run-flags.ts'
import { loadSuite } from './suite-files.ts'
import type { Terminal } from './terminal.ts'

/** All that was read before anything is played. */
export type Prepared = Pick<SubjectPlay, 'selected' | 'probes'> & {
  readonly requirements: SubjectPlay['context']['requirements']
  readonly rules: GateRules
}

/** Reads every file before anything is played, so that a bad one costs no time. */
export function prepareRun(flags: RunFlags, { cwd, now, os }: Terminal): Prepared {
  const { scenarios, requirements } = loadSuite(flags.scenarios, cwd, flags.selectors)
  return {
    requirements,
    selected: selectChecks(scenarios, flags.selectors),
    probes: loadProbes(cwd, CHEAP_PROBES),
    rules: {
      baseline: loadBaseline(flags.baseline, scenarios, cwd),
      failOn: flags.failOn,
      today: now().toISOString().slice(0, 10),
      os,
      filtered: flags.selectors.length > 0,
    },
  }
}

function loadBaseline(
  file: string | undefined,
  scenarios: readonly Scenario[],
  cwd: string,
): readonly BaselineEntry[] {
  if (file === undefined) return []
  const addresses = scenarios.flatMap(({ id, checks }) => checks.map(({ name }) => `${id}:${name}`))
  return readBaseline(file, readText(resolve(cwd, file), `--baseline ${file}`), addresses)
}

function readText(path: string, place: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new HarnessError(
      'bad-usage',
      `${place}: cannot be read; a baseline file would be right`,
      {
        cause: error,
      },
    )
  }
}
