import type { Authority } from '../../mock-authority/authority.ts'
import type { LogLine } from '../observation.ts'
import type { Situation } from '../scenario/scenario.ts'
import type { Credential, Subject } from '../subject.ts'
import type { AssertionSource, AssertionTools } from './assertions.ts'
import type { Call } from './call.ts'
import { classifier, type Receiver } from './receive.ts'
import type { Stage } from './settle.ts'

/** Everything one scenario is played in. */
export interface World {
  readonly authority: Authority
  readonly stage: Stage
  /** Milliseconds of the virtual clock when the scenario began. */
  readonly startMs: number
  readonly assertionTools: Omit<AssertionTools, 'reenter'>
  /** A folder that no other scenario uses; not made yet. */
  readonly cacheDirectory: string
  /** Takes what was written to stdout and stderr since the last call. */
  takeOutput(): string
}

/** The name of the credential that a step means when it names none. */
export const DEFAULT = ''

/** What the steps of one scenario leave for each other. */
export interface Session {
  readonly situation: Situation
  readonly subject: Subject
  readonly world: World
  readonly receiver: Receiver
  /** By the name of the step that created them; one that could not be constructed is its error. */
  readonly credentials: Map<
    string,
    { readonly credential: Credential } | { readonly error: unknown }
  >
  /** Raw access tokens by the name of the step that got them. Never leaves the child. */
  readonly tokens: Map<string, string>
  /** Claims of challenges by the name of the step that met them. */
  readonly challenges: Map<string, string>
  /** Calls that a step did not wait for. */
  readonly pending: Map<string, Call>
  /** The assertion callbacks of all credentials. */
  readonly assertions: AssertionSource[]
  readonly log: SessionLog
}

export interface SessionLog {
  add(level: string, text: string): void
  /** Takes the lines since the last call, redacted, and the same text as it was. */
  take(): { readonly lines: readonly LogLine[]; readonly raw: string }
}

export function createSession(situation: Situation, subject: Subject, world: World): Session {
  const { authority, stage, startMs } = world
  return {
    situation,
    subject,
    world,
    receiver: {
      authority,
      startMs,
      now: () => stage.clock.now,
      classify: classifier(subject.classifyError?.bind(subject)),
      foreignLabel: createForeignLabels(authority),
    },
    credentials: new Map(),
    tokens: new Map(),
    challenges: new Map(),
    pending: new Map(),
    assertions: [],
    log: createLog(authority),
  }
}

/** Characters of a log line that are kept, and of all lines of a step in which leaks are sought. */
const LONGEST_LINE = 100_000
const MOST_RAW = 4_000_000

/** A token that is shorter is no secret, and may be a word that stands in every other text. */
const SHORTEST_SECRET = 16

function createForeignLabels({ labels }: Authority): Receiver['foreignLabel'] {
  const known = new Map<string, string>()
  return (token) => {
    const label = known.get(token) ?? `<foreign token#${known.size + 1}>`
    known.set(token, label)
    return token.length < SHORTEST_SECRET ? label : labels.name(token, label)
  }
}

function createLog({ labels }: Authority): SessionLog {
  let lines: LogLine[] = []
  let raw = ''
  return {
    add: (level, whole) => {
      const text = whole.slice(0, LONGEST_LINE)
      raw = `${raw}${whole}\n`.slice(-MOST_RAW)
      lines.push({ level: labels.redact(level), text: labels.redact(text) })
    },
    take: () => {
      const taken = { lines, raw }
      lines = []
      raw = ''
      return taken
    },
  }
}
