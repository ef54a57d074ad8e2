import type {
  NoteEvent,
  ReportEvent,
  ScenarioEvent,
  StepText,
  SubjectEvent,
} from '../reports/events.ts'
import { checkEvent } from './check-event.ts'
import { exchangeEvent } from './exchange-event.ts'
import type { Outcome, StepObservation } from './observation.ts'
import { doing, type EventContext, type PlayedScenario } from './played-scenario.ts'
import type { SubjectFacts, Unusable } from './player.ts'
import type { Scenario } from './scenario/scenario.ts'

/** The line that introduces a subject. */
export function subjectEvent(facts: SubjectFacts): SubjectEvent {
  const { key, name, version, language, capabilities, clock } = facts
  return { t: 'subject', key, name, version, language, capabilities, clock }
}

/** What is known of a subject that could not be started: how it was named. */
export function unusableFacts(key: string): SubjectFacts {
  return {
    key,
    name: key,
    version: 'unknown',
    language: 'unknown',
    capabilities: [],
    clock: 'none',
  }
}

/** The lines that introduce a subject that could not be started. */
export function unusableEvents(
  facts: SubjectFacts,
  { message }: Unusable,
): readonly [SubjectEvent, NoteEvent] {
  const { key } = facts
  return [
    subjectEvent(facts),
    { t: 'note', scenario: null, subject: key, from: 'harness', text: message },
  ]
}

/** All lines about one scenario: itself, its wire, its checks, and what was written while it was played. */
export function scenarioEvents(
  played: PlayedScenario,
  context: EventContext,
): readonly ReportEvent[] {
  const { observation } = played
  return [
    scenarioEvent(played),
    ...(observation?.steps ?? []).flatMap((step) =>
      step.exchanges.map((exchange) => exchangeEvent(played, step, exchange)),
    ),
    ...played.judged.map((judged) => checkEvent(played, judged, context)),
    ...noteEvents(played),
  ]
}

function scenarioEvent({ scenario, subject, observation }: PlayedScenario): ScenarioEvent {
  const { id, title, file, needs } = scenario
  return {
    t: 'scenario',
    id,
    subject,
    title,
    file,
    needs,
    virtualSeconds: observation?.virtualSeconds ?? 0,
    beganMs: observation?.beganMs ?? 0,
    durationMs: observation?.durationMs ?? 0,
    ...(observation && { steps: observation.steps.map((step) => stepText(scenario, step)) }),
  }
}

function stepText(scenario: Scenario, observed: StepObservation): StepText {
  return {
    n: observed.step,
    at: observed.startedAt,
    doing: doing(scenario, observed.step),
    outcomes: observed.outcomes.map(outcomeText),
  }
}

function outcomeText(outcome: Outcome): string {
  switch (outcome.outcome) {
    case 'token':
      return outcome.token.label
    case 'error':
      return `${outcome.error.name}: ${outcome.error.message}`
    case 'done':
      return 'done'
    case 'garbage':
      return `not an AccessToken: ${outcome.received}`
  }
}

function noteEvents({ scenario, subject, observation }: PlayedScenario): readonly NoteEvent[] {
  if (observation === null) return []
  const note = (from: NoteEvent['from'], text: string): NoteEvent => ({
    t: 'note',
    scenario: scenario.id,
    subject,
    from,
    text,
  })
  return [
    ...observation.unserved.map((text) => note('authority', text)),
    ...observation.output.map(({ from, text }) => note(from, text)),
  ]
}
