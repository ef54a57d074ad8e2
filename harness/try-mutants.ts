import { inPool } from './pool.ts'
import type { MutantResult } from './mutation-score.ts'
import { redChecks, tryOn, type Trial } from './selftest.ts'
import type { Player } from './player.ts'
import type { Selected } from './select.ts'

/** How mutants are played: so many at once, each on a player of its own that `on` starts and stops. */
export interface MutantPlay {
  readonly trial: Trial
  readonly size: number
  on<Result>(name: string, work: (player: Player) => Promise<Result>): Promise<Result>
}

/** A mutant and the scenarios it was played on. */
interface Tried {
  readonly result: MutantResult
  readonly played: ReadonlySet<Selected>
}

/**
 * Finds for every mutant whether the suite catches it, and for every check whether a mutant turns it red, with as few plays
 * as that takes: a mutant first meets the scenarios about what it breaks, and the others only where that does not decide.
 */
export async function tryMutants(
  names: readonly string[],
  play: MutantPlay,
): Promise<readonly MutantResult[]> {
  const tried = await inPool(names, play.size, (name) =>
    play.on(name, (player) => catchMutant(name, player, play.trial)),
  )
  return await seekRed(tried, play)
}

async function catchMutant(name: string, player: Player, trial: Trial): Promise<Tried> {
  const started = await player.started
  if ('unusable' in started) {
    const result = { name, breaks: null, red: [], trouble: started.unusable.message }
    return { result, played: new Set() }
  }
  const breaks = started.facts.breaks ?? null
  const own = trial.selected.filter((selected) => isAbout(selected, breaks))
  const first = await tryOn(player, started.facts, { ...trial, selected: own })
  const red = first.flatMap(redChecks)
  if (red.some(({ requirement }) => requirement === breaks)) {
    return { result: { name, breaks, red, trouble: null }, played: new Set(own) }
  }
  const others = trial.selected.filter((selected) => !isAbout(selected, breaks))
  const rest = await tryOn(player, started.facts, { ...trial, selected: others })
  return {
    result: { name, breaks, red: [...red, ...rest.flatMap(redChecks)], trouble: null },
    played: new Set(trial.selected),
  }
}

function isAbout({ checks }: Selected, requirement: string | null): boolean {
  return checks.some((check) => check.requirement === requirement)
}

/** Plays what no mutant has turned red yet on the mutants that have not met it, the most broken ones first. */
async function seekRed(
  tried: readonly Tried[],
  { trial, size, on }: MutantPlay,
): Promise<readonly MutantResult[]> {
  const seen = new Set(tried.flatMap(({ result }) => result.red.map(({ address }) => address)))
  const more = new Map<string, MutantResult['red']>()
  const order = tried.filter(({ result }) => result.trouble === null).toSorted(byBreakage)
  await inPool(order, size, async ({ result, played }) => {
    const unseen = trial.selected.filter((one) => !played.has(one) && hasUnseen(one, seen))
    if (unseen.length === 0) return
    await on(result.name, async (player) => {
      const started = await player.started
      if ('unusable' in started) return
      const results = await tryOn(player, started.facts, { ...trial, selected: unseen })
      const red = results.flatMap(redChecks)
      for (const { address } of red) seen.add(address)
      more.set(result.name, red)
    })
  })
  return tried.map(({ result }) => ({
    ...result,
    red: [...result.red, ...(more.get(result.name) ?? [])],
  }))
}

function hasUnseen({ scenario, checks }: Selected, seen: ReadonlySet<string>): boolean {
  return checks.some(
    ({ name, requirement }) => requirement !== null && !seen.has(`${scenario.id}:${name}`),
  )
}

/** A credential on which most checks are red turns most others red too. */
function byBreakage(one: Tried, other: Tried): number {
  return breakage(other) - breakage(one)
}

function breakage({ result, played }: Tried): number {
  const checks = [...played].reduce((sum, selected) => sum + selected.checks.length, 0)
  return checks === 0 ? 0 : result.red.length / checks
}
