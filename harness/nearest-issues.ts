import type { z } from 'zod'
import type { YamlPath } from './read-yaml.ts'

type ZodIssue = z.core.$ZodIssue

/** A union's issue becomes those of its nearest branch; paths become absolute. */
export function nearestIssues(issue: ZodIssue, base: YamlPath): readonly ZodIssue[] {
  const path = [...base, ...issue.path]
  if (issue.code !== 'invalid_union') return [{ ...issue, path }]
  const ranked = issue.errors
    .map((issues) => ({ issues, cost: issues.reduce((sum, one) => sum + cost(one), 0) }))
    .sort((one, other) => one.cost - other.cost)
  const [nearest, second] = ranked
  if (!nearest) return [{ ...issue, path }]
  const unsure = nearest.cost === second?.cost
  const rootTypes = ranked.flatMap(({ issues }) => issues.filter(isRootType))
  if (unsure && rootTypes.length === ranked.length) return [{ ...issue, path }]
  const flat = nearest.issues.flatMap((one) => nearestIssues(one, path))
  const unknown = flat.filter(
    (one) => one.code === 'unrecognized_keys' && one.path.length === path.length,
  )
  // Where no branch is nearer than the next, what is missing in one of them says nothing.
  return unsure && unknown.length > 0 ? unknown : flat
}

function isRootType(issue: ZodIssue): boolean {
  return issue.code === 'invalid_type' && issue.path.length === 0
}

function cost(issue: ZodIssue): number {
  if (issue.code === 'unrecognized_keys' && issue.path.length === 0) return 100 * issue.keys.length
  if (issue.code === 'invalid_type') return issue.path.length === 0 ? 10_000 : 10
  return 1
}
