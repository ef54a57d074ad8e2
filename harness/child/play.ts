import type { StepObservation } from '../observation.ts'
import type { Step } from '../scenario/schema.ts'
import { act } from './act.ts'
import { construct } from './construct.ts'
import { DEFAULT, type Session } from './session.ts'
import { quiet } from './settle.ts'

/** Thrown where a scenario finds no credential to play on. */
export class Unconstructed extends Error {
  override readonly name = 'Unconstructed'
}

export interface PlayEvents {
  begins(step: number): void
  observed(step: StepObservation): void
}

/** Plays the steps one by one. Rejects with `NeverSettled`, or because the harness itself is broken. */
export async function play(session: Session, events: PlayEvents): Promise<void> {
  const { steps } = session.situation
  events.begins(1)
  if (steps[0]?.do !== 'create') await constructDefault(session)
  for (const [index, step] of steps.entries()) {
    events.begins(index + 1)
    events.observed(await playStep(step, index + 1, session))
  }
}

/** A scenario that is not about construction needs a credential; without one its refusals would all seem to be right. */
async function constructDefault(session: Session): Promise<void> {
  const outcome = await construct(DEFAULT, {}, session)
  if (outcome.outcome === 'done') return
  const how =
    outcome.outcome === 'error'
      ? `${outcome.error.name} "${outcome.error.message}"`
      : outcome.outcome === 'garbage'
        ? outcome.received
        : outcome.outcome
  throw new Unconstructed(`the credential could not be created: ${how}`)
}

async function playStep(step: Step, n: number, session: Session): Promise<StepObservation> {
  const { authority, stage, takeOutput } = session.world
  const seen = authority.exchanges().length
  const called = assertionCalls(session)
  const startedAt = since(session)
  takeOutput()
  const acted = await act(step, session)
  const endedAt = since(session)
  // What the step set going in the background belongs to it, as far as it needs no time.
  await quiet(stage)
  const { lines, raw } = session.log.take()
  return {
    step: n,
    startedAt,
    endedAt,
    ...acted,
    exchanges: authority.exchanges().slice(seen),
    assertionCalls: assertionCalls(session) - called,
    log: lines,
    logLeaks: authority.labels.leaks(`${raw}\n${takeOutput()}`),
  }
}

function assertionCalls({ assertions }: Session): number {
  return assertions.reduce((sum, source) => sum + source.calls(), 0)
}

function since({ world }: Session): number {
  return (world.stage.clock.now - world.startMs) / 1000
}
