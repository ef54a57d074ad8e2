import type {
  CheckEvent,
  ExchangeEvent,
  NoteEvent,
  ReportEvent,
  ScenarioEvent,
  SubjectEvent,
} from './events.ts'

/** What a report says of one subject. */
export interface SubjectReport {
  readonly subject: SubjectEvent
  /** In the order in which they were reported. */
  readonly scenarios: readonly ScenarioReport[]
  readonly checks: readonly CheckEvent[]
  /** Those that belong to no scenario. */
  readonly notes: readonly NoteEvent[]
}

/** What a report says of one scenario, played on one subject. */
export interface ScenarioReport {
  readonly scenario: ScenarioEvent
  readonly exchanges: readonly ExchangeEvent[]
  readonly checks: readonly CheckEvent[]
  readonly notes: readonly NoteEvent[]
}

/** Gathers the lines of a report under the subject and the scenario they speak of. */
export function bySubject(events: readonly ReportEvent[]): readonly SubjectReport[] {
  return events
    .filter((event) => event.t === 'subject')
    .map((subject) => subjectReport(subject, events))
}

function subjectReport(subject: SubjectEvent, events: readonly ReportEvent[]): SubjectReport {
  const mine = events.filter((event) => 'subject' in event && event.subject === subject.key)
  const byScenario = Map.groupBy(mine, scenarioOf)
  return {
    subject,
    scenarios: mine
      .filter((event) => event.t === 'scenario')
      .map((scenario) => scenarioReport(scenario, byScenario.get(scenario.id) ?? [])),
    checks: mine.filter((event) => event.t === 'check'),
    notes: (byScenario.get(null) ?? []).filter((event) => event.t === 'note'),
  }
}

function scenarioReport(scenario: ScenarioEvent, events: readonly ReportEvent[]): ScenarioReport {
  return {
    scenario,
    exchanges: events.filter((event) => event.t === 'exchange'),
    checks: events.filter((event) => event.t === 'check'),
    notes: events.filter((event) => event.t === 'note'),
  }
}

/** `area/situation` of an event; null where it belongs to no scenario. */
function scenarioOf(event: ReportEvent): string | null {
  switch (event.t) {
    case 'scenario':
      return event.id
    case 'exchange':
    case 'note':
      return event.scenario
    case 'check':
      return event.address.slice(0, event.address.indexOf(':'))
    case 'run':
    case 'subject':
    case 'end':
      return null
  }
}
