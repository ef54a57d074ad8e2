import type { Exchange } from '../mock-authority/exchange.ts'
import type {
  CheckEvent,
  ExchangeEvent,
  NoteEvent,
  ReportEvent,
  ScenarioEvent,
  Standing,
  StepText,
  SubjectEvent,
} from '../reports/events.ts'
import { BEGINNING_SECONDS } from './beginning.ts'
import { describeStep } from './describe-step.ts'
import { messageOf } from './message-of.ts'
import type { Observation, Outcome, StepObservation } from './observation.ts'
import type { SubjectFacts, Unusable } from './player.ts'
import type { Requirement } from './requirements.ts'
import type { CheckSpec, Scenario } from './scenario/scenario.ts'
import type { Verdict } from './verdict.ts'

/** What became of one check, and what that means. */
export interface JudgedCheck {
  readonly check: CheckSpec
  readonly verdict: Verdict
  readonly standing: Standing
}

/** One scenario after it was played on one subject. */
export interface PlayedScenario {
  readonly scenario: Scenario
  /** The connection string of the subject. */
  readonly subject: string
  /** Null when it was not played. */
  readonly observation: Observation | null
  readonly judged: readonly JudgedCheck[]
}

/** What the events need to know besides. */
export interface EventContext {
  readonly requirements: ReadonlyMap<string, Requirement>
  /** The command that plays the check at an address again. */
  readonly again: (address: string) => string
}

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

function doing({ situation }: Scenario, step: number): string {
  const played = situation.steps[step - 1]
  return played === undefined ? `step ${step}` : describeStep(played)
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

function exchangeEvent(
  { scenario, subject }: PlayedScenario,
  { step }: StepObservation,
  exchange: Exchange,
): ExchangeEvent {
  const { n, endpoint, tenant, request, answer, scripted, startedAt } = exchange
  return {
    t: 'exchange',
    scenario: scenario.id,
    subject,
    n,
    step,
    at: startedAt - BEGINNING_SECONDS,
    endpoint,
    tenant,
    method: request.method,
    url: urlOf(exchange),
    headers: request.headers,
    form: request.form,
    answer: answer.kind === 'response' ? answer.status : answer.kind,
    body: answer.kind === 'response' ? answer.body : null,
    scripted,
  }
}

function urlOf({ request }: Exchange): string {
  const query = new URLSearchParams(request.query).toString()
  return `${request.scheme}://${request.host}${request.path}${query === '' ? '' : `?${query}`}`
}

function checkEvent(
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
