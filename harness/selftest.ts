import type { MutantResult } from './mutation-score.ts'
import { messageOf } from './message-of.ts'
import { playSuite, type ScenarioResult } from './play-suite.ts'
import type { Player, SubjectFacts } from './player.ts'
import type { Selected } from './select.ts'

/** The suite as it is tried on a credential whose faults are known. */
export interface Trial {
  readonly selected: readonly Selected[]
  readonly seed: number
}

/** How the reference did: it has to pass everything. */
export interface ReferenceResult {
  readonly passed: number
  /** One line for each check that did not pass. */
  readonly problems: readonly string[]
}

/** Plays everything on the reference. */
export async function tryReference(player: Player, trial: Trial): Promise<ReferenceResult> {
  const started = await player.started
  if ('unusable' in started) return { passed: 0, problems: [started.unusable.message] }
  const results = await tryOn(player, started.facts, trial)
  const verdicts = results.flatMap(({ scenario, results: checks }) =>
    checks.map(({ check, verdict }) => ({ address: `${scenario.id}:${check.name}`, verdict })),
  )
  const others = verdicts.filter(({ verdict }) => verdict.verdict !== 'pass')
  return {
    passed: verdicts.length - others.length,
    problems: others.map(
      ({ address, verdict }) => `${address}  ${verdict.verdict}: ${messageOf(verdict)}`,
    ),
  }
}

/** Plays a trial on a subject that has started. */
export async function tryOn(
  player: Player,
  facts: SubjectFacts,
  trial: Trial,
): Promise<readonly ScenarioResult[]> {
  const results: ScenarioResult[] = []
  await playSuite({ player, facts, ...trial }, (result) => results.push(result))
  return results
}

/** The checks of one scenario that failed. */
export function redChecks({ scenario, results }: ScenarioResult): MutantResult['red'] {
  return results
    .filter(({ verdict }) => verdict.verdict === 'fail')
    .map(({ check }) => ({
      address: `${scenario.id}:${check.name}`,
      requirement: check.requirement,
    }))
}
