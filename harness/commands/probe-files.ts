import { fileURLToPath } from 'node:url'
import { loadScenarios } from '../scenario/load.ts'
import { type Selected, selectChecks } from '../select.ts'

const PROBES = fileURLToPath(new URL('../smoke/', import.meta.url))

/** In the order in which their failures are to be mended. */
const ORDER = ['smoke/gets-a-token', 'smoke/clock-moves', 'smoke/maps-errors'] as const

/** The probes that a run can afford before the suite. */
export const CHEAP_PROBES = ['smoke/gets-a-token', 'smoke/clock-moves'] as const

/** Reads the probes: scenarios that prove that a subject can be measured. */
export function loadProbes(cwd: string, ids: readonly string[] = ORDER): readonly Selected[] {
  const scenarios = loadScenarios([PROBES], cwd)
  return ids.flatMap((id) => selectChecks(scenarios, [id]))
}
