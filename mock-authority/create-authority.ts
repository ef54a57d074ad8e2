import type { Authority, AuthorityChange, AuthorityOptions } from './authority.ts'
import {
  assertionFacts,
  receiveAssertion,
  type ReceivedAssertion,
} from './client-assertion/receive.ts'
import { createLabels } from './create-labels.ts'
import type { Answer } from './exchange.ts'
import { createExchangeLog } from './exchange-log.ts'
import { findResource } from './find-resource.ts'
import { generateDirectory } from './generate-directory.ts'
import { createInFlight, type Work } from './in-flight.ts'
import { createIssuedTokens } from './issued-tokens.ts'
import { createNameSecrets } from './name-secrets.ts'
import { ConnectionReset, NotServed } from './network-errors.ts'
import { createPlayReply, type Ending } from './play-reply.ts'
import { createPrincipals } from './principals.ts'
import { type ReceivedRequest, receiveRequest } from './received-request.ts'
import { recordHeaders, recordRequest, redact } from './record-request.ts'
import { createReplyQueue, type RequestTarget } from './reply-queue.ts'
import type { Reply } from './reply.ts'
import { findApplication } from './request-facts.ts'
import { ownsUrl } from './route.ts'
import { createSigningKeys } from './signing-keys.ts'
import type { AuthorityState } from './state.ts'
import { untilAborted } from './until-aborted.ts'

export type * from './authority.ts'

/** A fake Entra: with nothing scripted it behaves like the real one, and its clock, its seed and its keys are fixed. */
export function createAuthority(options: AuthorityOptions): Authority {
  const state = createState(options)
  const log = createExchangeLog()
  const replies = createReplyQueue()
  const inFlight = createInFlight()
  const playReply = createPlayReply(state)
  const nameSecrets = createNameSecrets(state.labels)

  const receive = async (request: Request, n: number): Promise<Arrival> => {
    const received = await receiveRequest(request, n, state)
    nameSecrets(received)
    const assertion = await readAssertion(received)
    const target = readTarget(received, state)
    const reply = ownsUrl(received.url, state) ? replies.take(target) : undefined
    log.begin(describe({ received, assertion, target, reply }, state))
    return { received, assertion, target, reply }
  }

  const answer = async (arrival: Arrival, work: Work, signal: AbortSignal): Promise<Response> => {
    const { received, assertion, reply } = arrival
    if (!ownsUrl(received.url, state)) {
      log.complete(received.n, { kind: 'refused' })
      throw new NotServed(received.method, received.url)
    }
    if (reply && reply.delaySeconds > 0) {
      await work.waitFor(untilAborted(state.clock.sleep(reply.delaySeconds), signal))
    }
    const ending = await playReply(reply?.action ?? { do: 'serve' }, received, assertion)
    if (ending.kind === 'hang')
      return work.waitFor(untilAborted(new Promise<never>(() => {}), signal))
    log.complete(received.n, recordAnswer(ending, state))
    if (ending.kind === 'reset') throw new ConnectionReset()
    return ending.response
  }

  return {
    handle: (request) => {
      const n = log.next()
      return inFlight.run(async (work) => answer(await receive(request, n), work, request.signal))
    },
    owns: (url) => ownsUrl(url, state),
    exchanges: log.all,
    inFlight: inFlight.count,
    script: replies.add,
    change: (change) => applyChange(change, state),
    issued: (token) => state.tokens.find(token)?.issued,
    directory: state.directory,
    labels: state.labels,
  }
}

/** A request that was read, and what is to become of it. */
interface Arrival {
  readonly received: ReceivedRequest
  readonly assertion: ReceivedAssertion | undefined
  readonly target: RequestTarget
  readonly reply: Reply | undefined
}

/** Captured 2021 to 2026: an hour, and a day for clients that can be told of a revocation. */
const LIFETIMES = { accessToken: 3599, caeAccessToken: 86_399 }

function createState({
  clock,
  seed,
  directory,
  lifetimes,
  hosts,
}: AuthorityOptions): AuthorityState {
  const labels = createLabels()
  return {
    clock,
    seed,
    labels,
    directory: generateDirectory(directory ?? {}, seed),
    lifetimes: lifetimes ?? LIFETIMES,
    hosts: hosts ?? [],
    signingKeys: createSigningKeys(),
    tokens: createIssuedTokens(labels),
    principals: createPrincipals(),
  }
}

async function readAssertion(request: ReceivedRequest): Promise<ReceivedAssertion | undefined> {
  const text = request.form?.values.get('client_assertion')
  return text === undefined ? undefined : receiveAssertion(text)
}

function readTarget(
  { route, form }: ReceivedRequest,
  { directory }: AuthorityState,
): RequestTarget {
  const scope = form?.values.get('scope') ?? form?.values.get('resource') ?? ''
  const resource = route.resource ?? findResource(scope, directory)
  return {
    endpoint: route.endpoint,
    tenant: route.tenant?.name ?? null,
    resource: resource?.name ?? null,
  }
}

function describe({ received, assertion, target, reply }: Arrival, state: AuthorityState) {
  const { labels, clock } = state
  const client = findApplication(received.form?.values.get('client_id') ?? '', state)
  return {
    ...target,
    n: received.n,
    client: client?.name ?? null,
    startedAt: clock.now(),
    request: recordRequest(received, labels),
    assertion: assertion
      ? assertionFacts(assertion, labels.labelOf(assertion.text) ?? '<empty>')
      : null,
    scripted: reply !== undefined,
  }
}

function recordAnswer(
  ending: Exclude<Ending, { readonly kind: 'hang' }>,
  { clock, labels }: AuthorityState,
): Answer {
  const endedAt = clock.now()
  if (!('response' in ending)) return { kind: 'reset', endedAt }
  const { status, headers } = ending.response
  if (ending.kind === 'truncated') return { kind: 'truncated', endedAt, status }
  return {
    kind: 'response',
    endedAt,
    status,
    headers: recordHeaders(headers, labels),
    body: redact(ending.body, labels),
  }
}

function applyChange(change: AuthorityChange, state: AuthorityState): void {
  const { principals, tokens, signingKeys, clock } = state
  switch (change.change) {
    case 'revoke':
      return principals.revoke(clock.now(), tokens.count())
    case 'disable':
      return principals.disable(change.tenant, clock.now())
    case 'enable':
      return principals.enable(change.tenant)
    case 'rotate-keys':
      return signingKeys.rotate()
  }
}
