import type { Observation } from './observation.ts'
import type { Player, SubjectFacts } from './player.ts'
import type { Scenario } from './scenario/scenario.ts'
import { notApplicable } from './select.ts'

/** A player that can begin before anybody asks for the result. */
export interface EagerPlayer extends Player {
  /** Plays the scenario as soon as the subject is loaded, if it applies; `play` gives what came of it. */
  begin(scenario: Scenario): void
}

/** So many are begun ahead: enough to keep a child busy while files are read, and few enough not to call for a second one. */
const AHEAD = 8

/** Lets the subject play while this process still reads files. */
export function playAhead(player: Player, seed: number): EagerPlayer {
  const begun = new Map<string, Promise<Observation>>()
  const waiting: Scenario[] = []
  let facts: SubjectFacts | undefined
  const flush = (): void => {
    if (facts === undefined) return
    for (const scenario of waiting.splice(0)) {
      if (notApplicable(scenario, facts.capabilities) !== null || begun.size >= AHEAD) continue
      begun.set(scenario.id, player.play(scenario.id, scenario.situation, seed))
    }
  }
  const started = player.started.then((answer) => {
    if ('facts' in answer) facts = answer.facts
    flush()
    return answer
  })
  return {
    ...player,
    started,
    begin: (scenario) => {
      waiting.push(scenario)
      flush()
    },
    play: (id, situation, asked) => {
      const ahead = begun.get(id)
      begun.delete(id)
      return ahead !== undefined && asked === seed ? ahead : player.play(id, situation, asked)
    },
  }
}
