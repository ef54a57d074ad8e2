import { existsSync } from 'node:fs'
import { relative, resolve } from 'node:path'
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
  return {
    scenarios: loadScenarios(scenarioPaths(folders, cwd, selectors), cwd),
    requirements: loadRequirements([BUILT_IN_SCENARIOS, ...folders], cwd),
  }
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
  const scenarios = await streamScenarios(scenarioPaths(folders, cwd, selectors), cwd, each)
  return { scenarios, requirements: loadRequirements([BUILT_IN_SCENARIOS, ...folders], cwd) }
}

function scenarioPaths(
  folders: readonly string[],
  cwd: string,
  selectors: readonly string[],
): readonly string[] {
  const all = [BUILT_IN_SCENARIOS, ...folders]
  const files = selectors
    .filter((selector) => /\.ya?ml$/.test(selector) && existsSync(resolve(cwd, selector)))
    .filter((file) => !all.some((folder) => isInside(resolve(cwd, folder), resolve(cwd, file))))
  return [...all, ...files]
}

function isInside(folder: string, file: string): boolean {
  return !relative(folder, file).startsWith('..')
}
