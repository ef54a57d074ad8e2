/** Which checks were red on one deliberately broken credential. */
export interface MutantResult {
  readonly name: string
  /** The requirement that it breaks; null where it does not say. */
  readonly breaks: string | null
  readonly red: readonly RedCheck[]
  /** Why it could not be measured; null when it was. */
  readonly trouble: string | null
}

export interface RedCheck {
  readonly address: string
  readonly requirement: string | null
}

/** How good the suite is at catching broken credentials. */
export interface MutationScore {
  readonly killed: readonly MutantResult[]
  /** Mutants on which no check was red. */
  readonly survivors: readonly MutantResult[]
  /** Killed, but by no check of the requirement that they break. */
  readonly killedElsewhere: readonly MutantResult[]
  /** Mutants that could not be measured. */
  readonly troubled: readonly MutantResult[]
  /** Addresses of the checks that were red at least once. */
  readonly seenRed: readonly string[]
  /** Addresses of the checks of which nobody knows whether they can fail. */
  readonly neverRed: readonly string[]
}

/** Counts what the mutants show. `scored` are the addresses of all checks that belong to a requirement. */
export function mutationScore(
  results: readonly MutantResult[],
  scored: readonly string[],
): MutationScore {
  const measured = results.filter(({ trouble }) => trouble === null)
  const killed = measured.filter(({ red }) => red.length > 0)
  const red = new Set(killed.flatMap((result) => result.red.map(({ address }) => address)))
  return {
    killed,
    survivors: measured.filter((result) => result.red.length === 0),
    killedElsewhere: killed.filter((result) => !killedByItsOwn(result)),
    troubled: results.filter(({ trouble }) => trouble !== null),
    seenRed: scored.filter((address) => red.has(address)),
    neverRed: scored.filter((address) => !red.has(address)),
  }
}

/** Whether a check of the requirement that a mutant breaks is among those that caught it. */
export function killedByItsOwn({ breaks, red }: MutantResult): boolean {
  return breaks !== null && red.some(({ requirement }) => requirement === breaks)
}

/** Whether every mutant is caught by its own requirement, and every check was seen red. */
export function isPerfect(score: MutationScore): boolean {
  const { survivors, killedElsewhere, troubled, neverRed } = score
  return [survivors, killedElsewhere, troubled, neverRed].every((list) => list.length === 0)
}
