import type { CheckEvent } from '../reports/events.ts'
import { messageOf } from './message-of.ts'
import {
  doing,
  type EventContext,
  type JudgedCheck,
  type PlayedScenario,
} from './played-scenario.ts'
import type { Requirement } from './requirements.ts'
import type { CheckSpec } from './scenario/scenario.ts'
import type { Verdict } from './verdict.ts'

/** The line about one check: what it claims, what became of it, and how to see it again. */
export function checkEvent(
  played: PlayedScenario,
  { check, verdict, standing }: JudgedCheck,
  { requirements, again }: EventContext,
): CheckEvent {
  const { scenario, subject } = played
  const address = `${scenario.id}:${check.name}`
  return {
    t: 'check',
    address,
    subject,
    ...requirementOf(check, requirements),
    step: check.step,
    doing: doing(scenario, check.step),
    verdict: verdict.verdict,
    standing,
    ...troubleOf(verdict),
    exchanges: exchangesOf(played, check.step),
    again: again(address),
  }
}

function requirementOf(
  { requirement }: CheckSpec,
  requirements: ReadonlyMap<string, Requirement>,
): Pick<CheckEvent, 'requirement' | 'statement' | 'source' | 'grade' | 'level'> {
  const row = requirement === null ? undefined : requirements.get(requirement)
  return {
    requirement,
    statement: row?.statement ?? null,
    source: row?.source ?? null,
    grade: row?.grade ?? null,
    level: row?.level ?? null,
  }
}

function troubleOf(verdict: Verdict): Pick<CheckEvent, 'message' | 'differences' | 'blame'> {
  switch (verdict.verdict) {
    case 'pass':
      return {}
    case 'fail':
      return {
        message: messageOf(verdict),
        differences: verdict.differences,
        blame: verdict.blame,
      }
    case 'error':
      return { message: verdict.message, blame: verdict.blame }
    case 'n/a':
    case 'not-run':
      return { message: verdict.reason }
  }
}

function exchangesOf({ observation }: PlayedScenario, step: number): readonly number[] {
  const observed = observation?.steps.find((one) => one.step === step)
  return observed?.exchanges.map(({ n }) => n) ?? []
}
