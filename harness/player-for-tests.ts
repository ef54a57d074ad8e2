import type { Observation } from './observation.ts'
import { observed } from './observation-for-tests.ts'
import type { Player, SubjectFacts, Unusable } from './player.ts'
import { parseScenario } from './scenario/parse.ts'
import type { Selected } from './select.ts'

/** What a subject says of itself in a test. */
export const facts: SubjectFacts = {
  key: './mine.ts',
  name: 'mine',
  version: '1.2.3',
  language: 'javascript',
  capabilities: ['claims', 'clock'],
  clock: 'shim',
}

/** A player that observes what a test says, and remembers what it was asked to play. */
export interface TestPlayer extends Player {
  readonly asked: readonly string[]
}

/** A player of a subject that works; `observe` tells what is seen of each scenario. */
export function playerFor(
  observe: (id: string) => Observation | Promise<Observation> = () => observed([]),
  own: Partial<SubjectFacts> = {},
): TestPlayer {
  const asked: string[] = []
  return {
    asked,
    started: Promise.resolve({ facts: { ...facts, ...own } }),
    play: async (id) => {
      asked.push(id)
      return observe(id)
    },
    stop: () => Promise.resolve(),
  }
}

/** A player of a subject that could not be started. */
export function brokenPlayer(unusable: Unusable): Player {
  return {
    started: Promise.resolve({ unusable }),
    play: () => Promise.reject(new TypeError('a subject that was not started cannot be played')),
    stop: () => Promise.resolve(),
  }
}

/** A scenario with all its checks, from the text of its steps. */
export function selected(id: string, steps: string, head = ''): Selected {
  const text = `title: A claim of a test\n${head}steps:\n${steps}`
  const scenario = parseScenario(`scenarios/${id}.yaml`, id, text)
  return { scenario, checks: scenario.checks }
}

/** One call that has to bring a token. */
export const oneCall = `  - getToken: {}
    expect:
      brings-a-token: { req: API-07, token: { $present: true } }
`
