import { judge } from './judge.ts'
import type { Observation } from './observation.ts'
import { createOrdered } from './ordered.ts'
import type { Player, SubjectFacts, Unusable } from './player.ts'
import type { CheckSpec, Scenario } from './scenario/scenario.ts'
import { notApplicable, type Selected } from './select.ts'
import type { Verdict } from './verdict.ts'

/** A check and what became of it, before anybody says what that means. */
export interface CheckResult {
  readonly check: CheckSpec
  readonly verdict: Verdict
}

/** One scenario after it was played on one subject. */
export interface ScenarioResult {
  readonly scenario: Scenario
  /** Null when it was not played. */
  readonly observation: Observation | null
  readonly results: readonly CheckResult[]
}

/** What is played, on whom. */
export interface SuitePlay {
  readonly player: Pick<Player, 'play'>
  readonly facts: SubjectFacts
  readonly selected: readonly Selected[]
  readonly seed: number
}

/** Plays and judges all that was selected; `tell` hears of each scenario once, in the order of the selection. */
export async function playSuite(
  play: SuitePlay,
  tell: (result: ScenarioResult) => void,
): Promise<void> {
  const put = createOrdered(tell)
  await Promise.all(
    play.selected.map(async (selected, place) => put(place, await playOne(selected, play))),
  )
}

async function playOne(
  selected: Selected,
  { player, facts, seed }: SuitePlay,
): Promise<ScenarioResult> {
  const { scenario } = selected
  const reason = notApplicable(scenario, facts.capabilities)
  if (reason !== null) return sameForAll(selected, { verdict: 'n/a', reason })
  const observation = await player.play(scenario.id, scenario.situation, seed)
  const verdicts = judge(scenario, observation)
  return {
    scenario,
    observation,
    results: selected.checks.map((check) => ({ check, verdict: verdictOf(check, verdicts) })),
  }
}

function verdictOf({ name }: CheckSpec, verdicts: ReadonlyMap<string, Verdict>): Verdict {
  const missing = { verdict: 'error', blame: 'harness', message: 'it was not judged' } as const
  return verdicts.get(name) ?? missing
}

/** What becomes of the checks when the subject cannot be started at all. */
export function unusableResults(
  selected: readonly Selected[],
  { blame, message }: Unusable,
): readonly ScenarioResult[] {
  return selected.map((one) => sameForAll(one, { verdict: 'error', blame, message }))
}

function sameForAll({ scenario, checks }: Selected, verdict: Verdict): ScenarioResult {
  return {
    scenario,
    observation: null,
    results: checks.map((check) => ({ check, verdict })),
  }
}
