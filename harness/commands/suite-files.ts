import { statSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import type { Requirement } from '../requirements.ts'
import {
  BUILT_IN_SCENARIOS,
  loadRequirements,
  loadScenarios,
  streamScenarios,
} from '../scenario/load.ts'
import type { Scenario } from '../scenario/scenario.ts'

/** Everything that the folders of scenarios hold. */
export interface Suite {
  readonly scenarios: readonly Scenario[]
  readonly requirements: ReadonlyMap<string, Requirement>
}

/** Reads the built-in scenarios, those of the user's folders, and single files that were named. */
export function loadSuite(
  folders: readonly string[],
  cwd: string,
  selectors: readonly string[] = [],
): Suite {
  const paths = scenarioPaths(folders, cwd, selectors)
  return { scenarios: loadScenarios(paths, cwd), requirements: loadRequirements(paths, cwd) }
}

/** The same, giving the loop back now and then; `each` hears of a scenario as soon as it is read. */
export async function streamSuite(
  {
    folders,
    selectors,
  }: { readonly folders: readonly string[]; readonly selectors: readonly string[] },
  cwd: string,
  each: (scenario: Scenario) => void,
): Promise<Suite> {
  const paths = scenarioPaths(folders, cwd, selectors)
  const scenarios = await streamScenarios(paths, cwd, each)
  return { scenarios, requirements: loadRequirements(paths, cwd) }
}

/** Selectors as scenarios are shown: a path of the machine becomes one that is relative to `cwd`. */
export function shownSelectors(selectors: readonly string[], cwd: string): readonly string[] {
  return selectors.map((selector) =>
    isPath(selector, cwd) ? relative(cwd, resolve(cwd, selector)).split(sep).join('/') : selector,
  )
}

/** What selectors name besides the folders that are read anyway: files and folders of the user. */
export function namedPaths(
  folders: readonly string[],
  cwd: string,
  selectors: readonly string[],
): readonly string[] {
  const all = [BUILT_IN_SCENARIOS, ...folders]
  return selectors
    .filter((selector) => isPath(selector, cwd))
    .filter((path) => !all.some((folder) => isInside(resolve(cwd, folder), resolve(cwd, path))))
}

function scenarioPaths(
  folders: readonly string[],
  cwd: string,
  selectors: readonly string[],
): readonly string[] {
  return [BUILT_IN_SCENARIOS, ...folders, ...namedPaths(folders, cwd, selectors)]
}

function isPath(selector: string, cwd: string): boolean {
  const found = statSync(resolve(cwd, selector), { throwIfNoEntry: false })
  return found !== undefined && (found.isDirectory() || /\.ya?ml$/.test(selector))
}

function isInside(folder: string, file: string): boolean {
  return !relative(folder, file).startsWith('..')
}
