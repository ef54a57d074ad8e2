import { didYouMean } from './did-you-mean.ts'
import { HarnessError } from './harness-error.ts'
import type { CheckSpec, Scenario } from './scenario/scenario.ts'
import type { Capability } from './subject.ts'

/** A scenario, and those of its checks that were asked for. */
export interface Selected {
  readonly scenario: Scenario
  readonly checks: readonly CheckSpec[]
}

/**
 * The checks that selectors name, in the order of the suite: `area/situation:check`, `area/situation`, `area`, or the
 * path of a file or folder. No selector is everything. Throws a HarnessError for one that names nothing.
 */
export function selectChecks(
  scenarios: readonly Scenario[],
  selectors: readonly string[],
): readonly Selected[] {
  const wanted = selectors.map(normalised)
  const stray = wanted.find(
    (selector) => !scenarios.some((one) => chosen(one, selector).length > 0),
  )
  if (stray !== undefined) throw unknownSelector(stray, scenarios)
  if (wanted.length === 0)
    return scenarios.map((scenario) => ({ scenario, checks: scenario.checks }))
  return scenarios.flatMap((scenario) => {
    const matching = wanted.map((selector) => chosen(scenario, selector))
    if (matching.every((one) => one.length === 0)) return []
    const checks = scenario.checks.filter(({ name }) => matching.some((one) => one.includes(name)))
    return [{ scenario, checks }]
  })
}

/** Why a scenario cannot be played on a subject of these capabilities; null when it can. */
export function notApplicable(
  { needs }: Pick<Scenario, 'needs'>,
  capabilities: readonly Capability[],
): string | null {
  const missing = needs.filter((need) => !capabilities.includes(need))
  if (missing.length === 0) return null
  return `needs ${missing.join(' and ')}, which the subject does not claim`
}

/** `./scenarios/claims/` is `scenarios/claims`. */
function normalised(selector: string): string {
  return selector
    .replaceAll('\\', '/')
    .replace(/^(\.\/)+/, '')
    .replace(/\/+$/, '')
}

/** The names of the checks of a scenario that one selector names. */
function chosen({ id, file, checks }: Scenario, selector: string): readonly string[] {
  const names = checks.map(({ name }) => name)
  const isWhole =
    id === selector ||
    file === selector ||
    id.startsWith(`${selector}/`) ||
    file.startsWith(`${selector}/`)
  return isWhole ? names : names.filter((name) => `${id}:${name}` === selector)
}

function unknownSelector(selector: string, scenarios: readonly Scenario[]): HarnessError {
  const silent = scenarios.find(
    ({ id, file, checks }) => checks.length === 0 && [id, file].includes(selector),
  )
  if (silent) {
    return new HarnessError(
      'bad-scenario',
      `${silent.file}: no step has a check; give one "expect"`,
    )
  }
  const hint = didYouMean(selector, knownSelectors(selector, scenarios))
  return new HarnessError(
    'bad-usage',
    `"${selector}" names no check, scenario, area or file${hint || '; touchstone list names all of them'}`,
  )
}

/** What is written with a colon is compared with checks, and what ends like a file with files. */
function knownSelectors(selector: string, scenarios: readonly Scenario[]): readonly string[] {
  if (/\.ya?ml$/.test(selector)) return scenarios.map(({ file }) => file)
  if (selector.includes(':')) {
    return scenarios.flatMap(({ id, checks }) => checks.map(({ name }) => `${id}:${name}`))
  }
  const ids = scenarios.map(({ id }) => id)
  return [...new Set(ids.map((id) => id.split('/')[0] ?? id)), ...ids]
}
