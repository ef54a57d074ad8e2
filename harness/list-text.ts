import type { Requirement } from './requirements.ts'
import type { CheckSpec, Scenario } from './scenario/scenario.ts'

/** A check and the scenario it belongs to. */
export interface ListedCheck {
  readonly scenario: Scenario
  readonly check: CheckSpec
}

/** One line for each check: its address, and the requirement it enforces. */
export function listText(
  listed: readonly ListedCheck[],
  requirements: ReadonlyMap<string, Requirement>,
): string {
  const width = Math.max(0, ...listed.map((one) => addressOf(one).length))
  return listed
    .map((one) => `${addressOf(one).padEnd(width)}  ${label(one.check, requirements)}\n`)
    .join('')
}

/** The same as one JSON document. */
export function listJson(
  listed: readonly ListedCheck[],
  requirements: ReadonlyMap<string, Requirement>,
): string {
  const checks = listed.map((one) => ({
    address: addressOf(one),
    requirement: one.check.requirement,
    level: requirements.get(one.check.requirement ?? '')?.level ?? null,
    title: one.scenario.title,
    file: one.scenario.file,
    needs: one.scenario.needs,
  }))
  return `${JSON.stringify({ checks })}\n`
}

function addressOf({ scenario, check }: ListedCheck): string {
  return `${scenario.id}:${check.name}`
}

function label({ requirement }: CheckSpec, requirements: ReadonlyMap<string, Requirement>): string {
  if (requirement === null) return 'precondition'
  const level = requirements.get(requirement)?.level
  return level === undefined ? requirement : `${level} ${requirement}`
}
