import type { Exchange } from '../mock-authority/exchange.ts'
import { BEGINNING_SECONDS } from './beginning.ts'
import type {
  Observation,
  Outcome,
  ReceivedError,
  ReceivedToken,
  StepObservation,
} from './observation.ts'

/** An observation in which nothing happened, but what a test says. */
export function observed(
  steps: readonly Partial<StepObservation>[],
  rest: Partial<Observation> = {},
): Observation {
  return {
    steps: steps.map((step, index) => ({
      step: index + 1,
      startedAt: 0,
      endedAt: 0,
      outcomes: [],
      exchanges: [],
      assertionCalls: 0,
      api: null,
      log: [],
      logLeaks: [],
      ...step,
    })),
    incident: null,
    unserved: [],
    output: [],
    virtualSeconds: 0,
    beganMs: 0,
    durationMs: 0,
    ...rest,
  }
}

/** A call that brought the n-th token of home. */
export function token(n: number, rest: Partial<ReceivedToken> = {}): Outcome {
  const label = `<token#${n} home>`
  const issued = {
    label,
    tenant: 'home',
    resource: 'api',
    cae: false,
    claims: { ver: '2.0' },
    exchange: n,
  }
  const times = { expiresIn: 3599, expiresAt: 3599, refreshIn: null }
  return { outcome: 'token', token: { label, issued, ...times, tokenType: 'Bearer', ...rest } }
}

/** A call that was refused. */
export function refusal(rest: Partial<ReceivedError> = {}): Outcome {
  const error: ReceivedError = {
    kind: 'authentication-failed',
    name: 'AuthenticationError',
    message: 'refused',
    code: null,
    status: null,
    aadsts: null,
    correlationId: null,
    claims: null,
    cause: [],
    leaks: [],
    ...rest,
  }
  return { outcome: 'error', error }
}

/** A request to the token endpoint of home and its answer. */
export function exchange(
  n: number,
  rest: Partial<Exchange> & { readonly at?: number } = {},
): Exchange {
  const { at = 0, ...members } = rest
  const startedAt = (BEGINNING_SECONDS + at) as Exchange['startedAt']
  return {
    n,
    endpoint: 'token',
    tenant: 'home',
    client: 'daemon',
    resource: 'api',
    startedAt,
    request: {
      method: 'POST',
      scheme: 'https',
      host: 'login.microsoftonline.com',
      path: '/home/oauth2/v2.0/token',
      query: {},
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      form: { grant_type: 'client_credentials' },
      doubled: [],
      body: null,
    },
    assertion: null,
    answer: { kind: 'response', endedAt: startedAt, status: 200, headers: {}, body: '' },
    scripted: false,
    ...members,
  }
}
