import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type BaselineEntry, readBaseline } from '../baseline.ts'
import { HarnessError } from '../harness-error.ts'
import { unknownRequirements } from '../lint.ts'
import type { SubjectPlay } from '../play-subject.ts'
import { readTexts } from '../scenario/load.ts'
import type { Scenario } from '../scenario/scenario.ts'
import { selectChecks } from '../select.ts'
import type { GateRules } from '../standing.ts'
import { CHEAP_PROBES, loadProbes } from './probe-files.ts'
import type { RunFlags } from './run-flags.ts'
import { shownSelectors, streamSuite } from './suite-files.ts'
import type { Terminal } from './terminal.ts'

/** All that was read before anything is played. */
export type Prepared = Pick<SubjectPlay, 'selected' | 'probes'> & {
  readonly requirements: SubjectPlay['context']['requirements']
  readonly rules: GateRules
}

/** Reads every file. `each` hears of what is to be played as soon as it is read, the probes first. */
export async function prepareRun(
  flags: RunFlags,
  { cwd, now, os }: Terminal,
  each: (scenario: Scenario) => void,
): Promise<Prepared> {
  const probes = loadProbes(cwd, CHEAP_PROBES)
  for (const { scenario } of probes) each(scenario)
  const { scenarios: folders } = flags
  const selectors = shownSelectors(flags.selectors, cwd)
  const { scenarios, requirements } = await streamSuite({ folders, selectors }, cwd, (scenario) => {
    if (isWanted(scenario, selectors)) each(scenario)
  })
  const selected = selectChecks(scenarios, selectors)
  refuseUnknownRequirements(selected, requirements, cwd)
  return {
    requirements,
    selected,
    probes,
    rules: {
      baseline: loadBaseline(flags.baseline, scenarios, cwd),
      failOn: flags.failOn,
      today: now().toISOString().slice(0, 10),
      os,
      filtered: flags.selectors.length > 0,
    },
  }
}

/** A check without a level would count for nothing, and look as if it counted. */
function refuseUnknownRequirements(
  selected: Prepared['selected'],
  requirements: Prepared['requirements'],
  cwd: string,
): void {
  const scenarios = selected.map(({ scenario }) => scenario)
  const findings = unknownRequirements(scenarios, requirements, (files) => readTexts(files, cwd))
  if (findings.length === 0) return
  const lines = findings.map(({ place, message }) => `${place}: ${message}`)
  throw new HarnessError('bad-scenario', lines.join('\n'))
}

/** Whether a selector names the scenario by itself, its area or a check of it; how else it may be named is seen later. */
function isWanted({ id }: Scenario, selectors: readonly string[]): boolean {
  return (
    selectors.length === 0 ||
    selectors.some((one) => one === id || one.startsWith(`${id}:`) || id.startsWith(`${one}/`))
  )
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
