import { existsSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import type { Requirement } from '../requirements.ts'
import { BUILT_IN_SCENARIOS, loadRequirements, loadScenarios } from '../scenario/load.ts'
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
  const all = [BUILT_IN_SCENARIOS, ...folders]
  const files = selectors
    .filter((selector) => /\.ya?ml$/.test(selector) && existsSync(resolve(cwd, selector)))
    .filter((file) => !all.some((folder) => isInside(resolve(cwd, folder), resolve(cwd, file))))
  return {
    scenarios: loadScenarios([...all, ...files], cwd),
    requirements: loadRequirements(all, cwd),
  }
}

function isInside(folder: string, file: string): boolean {
  return !relative(folder, file).startsWith('..')
}
