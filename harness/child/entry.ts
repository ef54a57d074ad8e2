/**
 * The program that runs in a child: it loads one subject and plays the situations that its parent sends, one at a time.
 * Started with `--import clock-shim`.
 */
import type { Authority } from '../../mock-authority/authority.ts'
import { mountMsw } from '../../mock-authority/mounts/msw.ts'
import type { Incident } from '../observation.ts'
import type { Subject } from '../subject.ts'
import { NeverSettled } from './call.ts'
import { shim } from './clock-shim.ts'
import { watchGlobals } from './globals.ts'
import { takeRefused } from './guard.ts'
import { loadSubject } from './load-subject.ts'
import type { ChildMessage, PlayMessage, SubjectSource } from './messages.ts'
import { captureOutput } from './output.ts'
import { play, Unconstructed } from './play.ts'
import { redactDeep } from './redact-deep.ts'
import { scrubTokens } from './scrub.ts'
import { createSession } from './session.ts'
import type { Stage } from './settle.ts'
import { BEGINNING_MS, createScenarioAuthority, createWorld } from './world.ts'

const LAST_TURNS = 100
const LONGEST_MESSAGE = 2000
/** A parent that hears nothing for long takes the child for stuck. */
const HEARTBEAT_MS = 250

const send = takeChannel()
const output = captureOutput()
/** Tenants of scenarios that are over: a request for one of them comes too late, and belongs to nobody. */
const gone = new Set<string>()
let current: Authority | null = null
/** The authorities of the last scenarios. */
let former: readonly Authority[] = []
const FORMER = 3
let step = 0
let incident: Incident | null = null
/** Whether this process can be trusted with another scenario. */
let fit = true

/** Keeps the way to the parent, and takes it away from everybody else. */
function takeChannel(): (message: ChildMessage) => void {
  const own = process as { send?: unknown; _send?: (...args: readonly unknown[]) => unknown }
  const raw = own._send?.bind(process)
  Reflect.deleteProperty(own, 'send')
  Object.defineProperty(own, '_send', { value: undefined })
  return (message) => void raw?.(message, undefined, {})
}

/** Takes out the secrets of this scenario and of the last ones, and whatever else looks like a JWT: a subject forgets nothing. */
function redact(text: string): string {
  const known = [...former, ...(current ? [current] : [])]
  return scrubTokens(known.reduce((rest, { labels }) => labels.redact(rest), text))
}

/** Whatever is told is without secrets, also where it holds text of the subject that nobody thought of. */
function tell(message: ChildMessage): void {
  const holdsText = message.say === 'step' || message.say === 'played'
  send(holdsText ? redactDeep(message, { redact }) : message)
}

/** Something happened that no call of the subject reported. */
function raise(message: string): void {
  fit = false
  blame(message)
}

function blame(message: string): void {
  incident ??= {
    step,
    blame: 'subject',
    verdict: 'fail',
    message: current?.labels.redact(message) ?? message,
  }
}

process.on('uncaughtException', (error) => raise(`an uncaught error: ${describe(error)}`))
process.on('unhandledRejection', (reason) => raise(`an unhandled rejection: ${describe(reason)}`))
process.on('disconnect', () => process.exit(0))

function describe(value: unknown): string {
  try {
    const text = value instanceof Error ? `${value.name}: ${value.message}` : String(value)
    return text.slice(0, LONGEST_MESSAGE)
  } catch {
    return 'a value that cannot be shown'
  }
}

async function answer(request: Request): Promise<Response> {
  const tenant = new URL(request.url).pathname.split('/')[1] ?? ''
  if (!current || gone.has(tenant))
    throw Object.assign(new Error('the scenario is over'), { code: 'ECONNRESET' })
  return await current.handle(request)
}

async function playOne({ id, situation, seed }: PlayMessage, subject: Subject): Promise<void> {
  const startedAt = shim.realNow()
  const stage = createStage(() => current?.inFlight() ?? 0)
  for (const tenant of Object.values(current?.directory.tenants ?? {})) gone.add(tenant.id)
  if (current) former = [...former, current].slice(-FORMER)
  const authority = createScenarioAuthority(situation, `${seed} ${id}`)
  current = authority
  step = 0
  incident = null
  takeRefused()
  output.take()
  const restore = setEnvironment(situation.given.env ?? {})
  const session = createSession(situation, subject, createWorld(id, authority, stage, output.peek))
  await play(session, { begins, observed }).catch(interrupt)
  // What the subject does a moment later is still of this scenario.
  for (let turn = 0; turn < LAST_TURNS; turn += 1) await stage.turn()
  restore()
  tell({
    say: 'played',
    spent: !fit,
    rest: {
      incident,
      unserved: [
        ...unserved(authority),
        ...takeRefused().filter((what) => !isOwnName(what, authority)),
      ],
      output: output.take().map((line) => ({ ...line, text: authority.labels.redact(line.text) })),
      virtualSeconds: (stage.clock.now - BEGINNING_MS) / 1000,
      durationMs: shim.realNow() - startedAt,
    },
  })
}

function begins(n: number): void {
  step = n
  tell({ say: 'begins', step: n })
}

function observed(observation: Extract<ChildMessage, { say: 'step' }>['observed']): void {
  for (const name of globals.changes()) raise(`${name} was replaced`)
  for (const secret of current ? sentToStrangers(current) : []) raise(secret)
  tell({ say: 'step', observed: observation })
  if (incident) throw new Interrupted()
}

/** The scenario ends here, and why is known already. */
class Interrupted extends Error {}

function interrupt(error: unknown): void {
  if (error instanceof Interrupted) return
  if (error instanceof NeverSettled) raise(error.message)
  else if (error instanceof Unconstructed) blame(error.message)
  else {
    fit = false
    incident ??= { step, blame: 'harness', verdict: 'error', message: describe(error) }
  }
}

function createStage(inFlight: () => number): Stage {
  return {
    clock: shim.travel(BEGINNING_MS),
    busy: () => inFlight() > 0 || shim.cryptoWork() > 0 || hasRequests(),
    turn: () => new Promise((resolve) => void shim.setImmediate(resolve)),
    realNow: shim.realNow,
    raise: (error) => raise(`an uncaught error: ${describe(error)}`),
  }
}

/** A client of the platform opens a connection again after an abort, outside of any request; it would have ended here. */
function isOwnName(what: string, authority: Authority): boolean {
  const host = /^dns (\S+)$/.exec(what)?.[1]
  return (
    host !== undefined &&
    URL.canParse(`https://${host}/`) &&
    authority.owns(new URL(`https://${host}/`))
  )
}

/** Secrets in requests that nobody here answers: outside a test they would be gone. */
function sentToStrangers(authority: Authority): readonly string[] {
  return authority
    .exchanges()
    .filter(({ endpoint }) => endpoint === 'unserved')
    .flatMap(({ request }) => {
      const [label] = /<(token|assertion)#\d+[^>]*>/.exec(JSON.stringify(request)) ?? []
      return label === undefined ? [] : [`${label} was sent to ${request.scheme}://${request.host}`]
    })
}

/** Work of the platform that shows up as a request: files, names, child processes. */
function hasRequests(): boolean {
  return process
    .getActiveResourcesInfo()
    .some((name) => /^(FSReq|GetAddrInfo|GetNameInfo|ProcessWrap)|REQUEST$/i.test(name))
}

function unserved(authority: Authority): readonly string[] {
  return authority
    .exchanges()
    .filter((exchange) => exchange.endpoint === 'unserved')
    .map(({ request }) => `${request.method} ${request.scheme}://${request.host}${request.path}`)
}

function setEnvironment(values: Readonly<Record<string, string>>): () => void {
  const before = Object.keys(values).map((name) => [name, process.env[name]] as const)
  Object.assign(process.env, values)
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
    }
  }
}

shim.realSetInterval(() => tell({ say: 'alive' }), HEARTBEAT_MS)
mountMsw({ owns: (url) => current?.owns(url) ?? false, handle: answer }).enable()
const loaded = await loadSubject(JSON.parse(process.argv[2] ?? '{}') as SubjectSource)
const globals = watchGlobals()
if ('unusable' in loaded) {
  tell({ say: 'unusable', unusable: loaded.unusable })
} else {
  const { subject, facts } = loaded
  let queue = Promise.resolve()
  process.on('message', (message: PlayMessage) => {
    queue = queue.then(() => playOne(message, subject))
  })
  tell({ say: 'loaded', facts })
}
