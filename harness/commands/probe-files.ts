import { fileURLToPath } from 'node:url'
import { loadScenarios } from '../scenario/load.ts'
import { type Selected, selectChecks } from '../select.ts'

const PROBES = fileURLToPath(new URL('../smoke/', import.meta.url))

/** The probes that a run can afford before the suite. */
export const CHEAP_PROBES = ['smoke/gets-a-token', 'smoke/clock-moves'] as const

/** Reads the probes: scenarios that prove that a subject can be measured. */
export function loadProbes(cwd: string, ids: readonly string[] = []): readonly Selected[] {
  return selectChecks(loadScenarios([PROBES], cwd), ids)
}
