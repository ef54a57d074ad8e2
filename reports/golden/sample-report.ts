import type {
  CheckEvent,
  ExchangeEvent,
  NoteEvent,
  ReportEvent,
  ScenarioEvent,
  SubjectEvent,
} from '../events.ts'

const subject = 'builtin:reference'

/** A check that passed, with the members that a test is about. */
export function aCheck(members: Partial<CheckEvent> = {}): CheckEvent {
  const address = members.address ?? 'claims/bypass-cache:not-from-cache'
  return {
    t: 'check',
    address,
    subject,
    requirement: 'CACHE-12',
    statement: 'A request with claims is answered by the authority, not by the cache.',
    source: 'https://www.rfc-editor.org/rfc/rfc7523#section-2.2',
    grade: 'spec',
    level: 'MUST',
    step: 1,
    doing: 'getToken api',
    verdict: 'pass',
    standing: 'ok',
    exchanges: [],
    again: `npx touchstone run ${address} --subject ${members.subject ?? subject} --trace`,
    ...members,
  }
}

/** A check that failed because one request was expected and twenty came. */
export function aFailure(members: Partial<CheckEvent> = {}): CheckEvent {
  return aCheck({
    address: 'concurrency/cold-burst:one-request',
    requirement: 'CONC-01',
    statement: 'Parallel cold calls for one key make one token request.',
    level: 'SHOULD',
    doing: 'parallel 20 × getToken',
    verdict: 'fail',
    standing: 'new-failure',
    message: 'wire: expected 1 request, received 20 requests',
    differences: [{ where: 'wire', expected: '1 request', received: '20 requests' }],
    blame: 'subject',
    ...members,
  })
}

export function aScenario(members: Partial<ScenarioEvent> = {}): ScenarioEvent {
  return {
    t: 'scenario',
    id: 'claims/bypass-cache',
    subject,
    title: 'A claims challenge goes to the authority, not to the cache',
    file: 'scenarios/claims/bypass-cache.yaml',
    needs: [],
    virtualSeconds: 0,
    beganMs: 300,
    durationMs: 9,
    ...members,
  }
}

export function anExchange(members: Partial<ExchangeEvent> = {}): ExchangeEvent {
  return {
    t: 'exchange',
    scenario: 'claims/bypass-cache',
    subject,
    n: 1,
    step: 1,
    at: 0,
    endpoint: 'token',
    tenant: 'home',
    method: 'POST',
    url: 'https://login.microsoftonline.com/8e8e21b5-92b0-4b6c-9d9c-6a4d4e1f0001/oauth2/v2.0/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    form: {
      grant_type: 'client_credentials',
      scope: 'https://api.contoso.example/.default',
      client_assertion: '<assertion#1>',
    },
    answer: 200,
    body: '{"token_type":"Bearer","expires_in":3599,"access_token":"<token#1 home>"}',
    scripted: false,
    ...members,
  }
}

export function aSubject(members: Partial<SubjectEvent> = {}): SubjectEvent {
  return {
    t: 'subject',
    key: subject,
    name: 'reference',
    version: '0.1.0',
    language: 'javascript',
    capabilities: ['claims', 'cae', 'clock'],
    clock: 'shim',
    ...members,
  }
}

export function aNote(members: Partial<NoteEvent> = {}): NoteEvent {
  return { t: 'note', scenario: null, subject, from: 'harness', text: 'a note', ...members }
}

/** A whole report around the events that a test is about. */
export function aReport(
  inside: readonly ReportEvent[],
  end: { readonly exit: 0 | 1 | 2 | 4 | 130; readonly incomplete?: boolean } = { exit: 0 },
): readonly ReportEvent[] {
  return [
    {
      t: 'run',
      v: 1,
      tool: 'touchstone/0.1.0',
      seed: 42,
      started: '2026-11-25T10:00:00.000Z',
      argv: ['run'],
    },
    ...inside,
    { t: 'end', exit: end.exit, durationMs: 412, incomplete: end.incomplete ?? false },
  ]
}

/** A run with one of everything that the console has to show. */
export const sampleReport: readonly ReportEvent[] = aReport(
  [
    aSubject({ key: subject, name: '@azure/identity', version: '4.14.1' }),
    aNote({
      text: 'smoke "clock moves" failed: token: expected another token, received <token#1 home>',
    }),
    aScenario({
      id: 'caching/expiry',
      file: 'scenarios/caching/expiry.yaml',
      virtualSeconds: 7200,
      beganMs: 300,
      durationMs: 12,
      steps: [
        { n: 1, at: 0, doing: 'getToken api', outcomes: ['<token#1 home>'] },
        { n: 2, at: 0, doing: 'advance 2h', outcomes: [] },
        { n: 3, at: 7200, doing: 'getToken api', outcomes: ['<token#2 home>'] },
      ],
    }),
    anExchange({ scenario: 'caching/expiry' }),
    anExchange({
      scenario: 'caching/expiry',
      n: 2,
      step: 3,
      at: 7200,
      body: '{"access_token":"<token#2 home>","expires_in":3599}',
    }),
    aCheck({ address: 'caching/expiry:is-renewed', requirement: 'CACHE-03' }),
    aCheck({
      address: 'caching/expiry:one-request',
      requirement: 'CACHE-04',
      standing: 'known-failure',
      verdict: 'fail',
      message: 'wire: expected 1 request, received 2 requests',
    }),
    aScenario({ id: 'concurrency/cold-burst', file: 'scenarios/concurrency/cold-burst.yaml' }),
    ...Array.from({ length: 20 }, (_, index) =>
      anExchange({ scenario: 'concurrency/cold-burst', n: index + 1 }),
    ),
    aFailure({ exchanges: Array.from({ length: 20 }, (_, index) => index + 1) }),
    aCheck({ address: 'concurrency/cold-burst:same-token', requirement: 'CONC-02' }),
    aNote({
      scenario: 'concurrency/cold-burst',
      from: 'stderr',
      text: '(node:1) Warning: \u001b[31mtoo many\u001b[0m',
    }),
    aNote({
      scenario: 'concurrency/cold-burst',
      from: 'authority',
      text: 'tcp 10.0.0.1:443',
    }),
    aScenario({ id: 'binding/pop', file: 'scenarios/binding/pop.yaml', needs: ['pipeline'] }),
    aCheck({
      address: 'binding/pop:is-bound',
      requirement: 'BIND-01',
      verdict: 'n/a',
      message: 'needs pipeline (not claimed)',
    }),
    aScenario({ id: 'errors/wrong-key', file: 'scenarios/errors/wrong-key.yaml' }),
    aCheck({
      address: 'errors/wrong-key:is-refused',
      requirement: 'ERR-01',
      verdict: 'error',
      standing: 'new-failure',
      message: 'the child process said nothing for 5 s',
      blame: 'harness',
    }),
    aCheck({ address: 'errors/wrong-key:says-why', verdict: 'not-run', message: 'step 1 broke' }),
  ],
  { exit: 1 },
)
