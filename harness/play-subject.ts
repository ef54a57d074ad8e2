import type { NoteEvent, ReportEvent, Standing } from '../reports/events.ts'
import { playSuite, type ScenarioResult, unusableResults } from './play-suite.ts'
import type { EventContext } from './played-scenario.ts'
import type { Player, SubjectFacts, Unusable } from './player.ts'
import { scenarioEvents, subjectEvent, unusableEvents, unusableFacts } from './report-events.ts'
import type { Selected } from './select.ts'
import { isBroken, probe, probeText } from './smoke.ts'
import type { GatedResult } from './standing.ts'

/** One subject, and what is to be played on it. */
export interface SubjectPlay {
  /** The connection string. */
  readonly key: string
  readonly player: Player
  readonly selected: readonly Selected[]
  /** Played first; what they find warns, and does not stop the run. */
  readonly probes: readonly Selected[]
  readonly seed: number
  readonly context: EventContext
  /** What each verdict means; asked once for each scenario. */
  readonly standingsOf: (results: readonly GatedResult[]) => readonly Standing[]
}

/** Plays everything on one subject; `emit` gets the lines of the report in their order, scenario by scenario. */
export async function playSubject(
  play: SubjectPlay,
  emit: (events: readonly ReportEvent[]) => void,
): Promise<void> {
  const { key, player, selected, seed } = play
  const started = await player.started
  if ('unusable' in started) return tellUnusable(started.unusable, play, emit)
  const { facts } = started
  emit([subjectEvent({ ...facts, key })])
  emit(await smokeNotes(facts, play))
  await playSuite({ player, facts, selected, seed }, (result) => {
    emit(eventsOf(result, facts, play))
  })
}

function tellUnusable(
  unusable: Unusable,
  play: SubjectPlay,
  emit: (events: readonly ReportEvent[]) => void,
): void {
  const facts = unusableFacts(play.key)
  emit(unusableEvents(facts, unusable))
  for (const result of unusableResults(play.selected, unusable)) emit(eventsOf(result, facts, play))
}

async function smokeNotes(
  facts: SubjectFacts,
  { key, player, probes, seed }: SubjectPlay,
): Promise<readonly NoteEvent[]> {
  const found = await probe({ player, facts, selected: probes, seed })
  return found.filter(isBroken).map((one) => ({
    t: 'note',
    scenario: null,
    subject: key,
    from: 'harness',
    text: probeText(one),
  }))
}

function eventsOf(
  { scenario, observation, results }: ScenarioResult,
  facts: SubjectFacts,
  { key, context, standingsOf }: SubjectPlay,
): readonly ReportEvent[] {
  const standings = standingsOf(
    results.map(({ check, verdict }) => ({
      address: `${scenario.id}:${check.name}`,
      subject: { ...facts, key },
      level: context.requirements.get(check.requirement ?? '')?.level ?? null,
      verdict,
    })),
  )
  const judged = results.map((result, index) => ({ ...result, standing: standings[index] ?? 'ok' }))
  return scenarioEvents({ scenario, observation, subject: key, judged }, context)
}
