import { z } from 'zod'
import type { AuthorityChange } from '../../mock-authority/authority.ts'
import type { Reply, ReplyAction } from '../../mock-authority/reply.ts'
import { capabilities } from '../subject.ts'
import { readDuration } from './duration.ts'
import { pattern } from './pattern.ts'

const name = z.string().regex(/^[a-z][a-z0-9-]*$/, 'a name is lower case words joined by "-"')
const tenantName = name.describe('The name of a tenant under given.authority.tenants, or home.')
const duration = z
  .string('a duration such as 55m')
  .regex(
    /^\d+(ms|s|m|h|d)$/,
    'a duration is a whole number and a unit, such as 500ms, 30s, 55m, 24h, 7d',
  )
  .transform((text) => readDuration(text) ?? 0)

// --- given ---------------------------------------------------------------------------------------------------------

const json = z.json()
const headers = z.record(
  z.string().regex(/^[a-z0-9-]+$/, 'header names are lower case'),
  z.string(),
)

/** One scripted answer: a target, a delay, and one of `status`, `error`, `token`, `reset`, `hang`, `truncate`. */
const reply = z
  .strictObject({
    endpoint: z
      .enum(['token', 'openid-configuration', 'instance-discovery', 'jwks', 'resource'])
      .optional(),
    tenant: tenantName.optional(),
    resource: name.optional(),
    delay: duration.optional(),
    times: z.int().min(1).max(1000).optional().describe('Stands for so many equal replies.'),
    status: z.int().min(200).max(599).optional(),
    headers: headers.optional(),
    body: z.string().optional(),
    json: json.optional(),
    error: z.int().optional().describe('The number of an AADSTS code.'),
    members: z
      .record(z.string(), json)
      .optional()
      .describe('Members of the error body that replace the usual ones.'),
    amend: z
      .record(z.string(), json)
      .optional()
      .describe('Members of the normal answer that are replaced or, with null, removed.'),
    reset: z.literal(true).optional(),
    hang: z.literal(true).optional(),
    truncate: z
      .int()
      .min(0)
      .optional()
      .describe('Normal service, cut off after so many bytes of the body.'),
  })
  .superRefine((file, context) => {
    const actions = (['amend', 'error', 'reset', 'hang', 'truncate'] as const).filter(
      (key) => file[key] !== undefined,
    )
    if (actions.length > 1) {
      context.addIssue({
        code: 'custom',
        path: [actions[1] ?? ''],
        message: `a reply does one thing, and "${actions[0]}" is there already`,
      })
    }
    const literal = (['body', 'json'] as const).filter((key) => file[key] !== undefined)
    if (literal.length > 1)
      context.addIssue({
        code: 'custom',
        path: ['json'],
        message: 'a reply has a body or json, not both',
      })
    if (literal[0] && file.status === undefined) {
      context.addIssue({
        code: 'custom',
        path: [literal[0]],
        message: 'a literal answer needs a status',
      })
    }
    if (literal[0] && file.error !== undefined) {
      context.addIssue({
        code: 'custom',
        path: [literal[0]],
        message: 'an error has its own body; "members" changes it',
      })
    }
    if (file.members && file.error === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['members'],
        message: '"members" changes the body of an error, and there is no "error"',
      })
    }
    if (file.headers && file.status === undefined && file.error === undefined) {
      context.addIssue({
        code: 'custom',
        path: ['headers'],
        message: '"headers" goes with "status" or "error"',
      })
    }
  })
  .transform((file): readonly Reply[] => {
    const one: Reply = {
      ...(file.endpoint && { endpoint: file.endpoint }),
      ...(file.tenant && { tenant: file.tenant }),
      ...(file.resource && { resource: file.resource }),
      delaySeconds: file.delay ?? 0,
      action: replyAction(file),
    }
    return Array.from({ length: file.times ?? 1 }, () => one)
  })

function replyAction(file: {
  status?: number | undefined
  headers?: Record<string, string> | undefined
  body?: string | undefined
  json?: z.output<typeof json> | undefined
  error?: number | undefined
  members?: Record<string, z.output<typeof json>> | undefined
  amend?: Record<string, z.output<typeof json>> | undefined
  reset?: true | undefined
  hang?: true | undefined
  truncate?: number | undefined
}): ReplyAction {
  if (file.reset) return { do: 'reset' }
  if (file.hang) return { do: 'hang' }
  if (file.truncate !== undefined) return { do: 'truncate', bytes: file.truncate }
  if (file.amend) return { do: 'amend', members: file.amend }
  if (file.error !== undefined) {
    return {
      do: 'error',
      aadsts: file.error,
      ...(file.status !== undefined && { status: file.status }),
      ...(file.headers && { headers: file.headers }),
      ...(file.members && { members: file.members }),
    }
  }
  if (file.status === undefined) return { do: 'serve' }
  return { do: 'answer', status: file.status, ...literalBody(file) }
}

/** JSON is served as JSON, and text as it is: with a content type only where the file gives one. */
function literalBody(file: {
  headers?: Record<string, string> | undefined
  body?: string | undefined
  json?: z.output<typeof json> | undefined
}): { headers: Record<string, string>; body: string } {
  if (file.json === undefined) return { headers: file.headers ?? {}, body: file.body ?? '' }
  return {
    headers: { 'content-type': 'application/json; charset=utf-8', ...file.headers },
    body: JSON.stringify(file.json),
  }
}

const replies = z.array(reply).transform((lists) => lists.flat())

const givenAuthority = z.strictObject({
  tenants: z.array(tenantName).optional().describe('Tenants besides home (home may be listed).'),
  resources: z.array(name).optional().describe('Resources besides api and graph.'),
  lifetime: duration.optional().describe('expires_in of ordinary tokens; default 3599s.'),
  caeLifetime: duration
    .optional()
    .describe('expires_in of tokens for clients capable of CAE; default 86399s.'),
  refreshIn: duration.optional().describe('refresh_in of every answer; default: absent.'),
  reply: replies.optional(),
})

/** What the assertion callback does, call by call; the last entry repeats. Default: a valid assertion each time. */
const assertionCall = z.union([
  z.strictObject({ value: z.string(), delay: duration.optional() }).describe('Returns this text.'),
  z.strictObject({ returns: json }).describe('Returns something that is no string; null included.'),
  z
    .strictObject({ throws: z.string(), delay: duration.optional() })
    .describe('Rejects with an Error of this message.'),
  z
    .strictObject({
      sign: z.enum([
        'valid',
        'expired',
        'not-yet-valid',
        'wrong-audience',
        'wrong-issuer',
        'wrong-key',
      ]),
      delay: duration.optional(),
    })
    .describe('Signs an assertion, in a right or a wrong way.'),
  z
    .strictObject({ hang: z.literal(true) })
    .describe('Never settles, unless its abort signal fires.'),
  z
    .strictObject({ reenter: z.strictObject({ scopes: z.array(z.string()) }) })
    .describe('Calls the same credential for other scopes, then returns a valid assertion.'),
])

const credentialOptions = z.strictObject({
  tenantId: z
    .string()
    .optional()
    .describe('A tenant name, or any text to be passed as it is; default home.'),
  clientId: z.string().optional().describe('Default: the client id of the registered application.'),
  authorityHost: z.string().optional(),
  additionallyAllowedTenants: z.array(z.string()).optional(),
  disableInstanceDiscovery: z.boolean().optional(),
  tokenCachePersistence: z
    .strictObject({ name: z.string(), allowUnencryptedStorage: z.boolean() })
    .optional(),
  assertion: z.array(assertionCall).min(1).optional(),
})

const given = z.strictObject({
  authority: givenAuthority.optional(),
  credential: credentialOptions.optional(),
  env: z
    .record(z.string(), z.string())
    .optional()
    .describe('Environment variables while the scenario plays.'),
})

// --- steps ---------------------------------------------------------------------------------------------------------

const scopes = z
  .union([z.string(), z.array(z.string())])
  .describe(
    'Names of resources stand for <identifier>/.default; anything with ":" or "/" is passed as it is. Default: api.',
  )

const getToken = z.strictObject({
  scopes: scopes.optional(),
  claims: z
    .union([z.string(), z.record(z.string(), json)])
    .optional()
    .describe('An object is sent as its JSON text.'),
  claimsFrom: name
    .optional()
    .describe('The result of a callApi step whose challenge holds the claims.'),
  tenantId: z.string().optional().describe('A tenant name, or any text to be passed as it is.'),
  enableCae: z.boolean().optional(),
  timeout: duration.optional().describe('requestOptions.timeout'),
  aborted: z.literal(true).optional().describe('The abort signal has fired before the call.'),
  pending: z
    .literal(true)
    .optional()
    .describe('Do not wait: a later await or abort step says how the call ended.'),
  credential: name
    .optional()
    .describe("The result of a create step; default: the scenario's credential."),
})

const parallel = z
  .union([
    z.strictObject({ times: z.int().min(2).max(1000), getToken }),
    z.strictObject({ each: z.array(getToken).min(2) }),
  ])
  .transform((file) =>
    'each' in file ? file.each : Array.from({ length: file.times }, () => file.getToken),
  )

const callApi = z.strictObject({
  token: name.describe('The result of a getToken step.'),
  resource: name.optional().describe('Default: api.'),
})

const authorityStep = z
  .strictObject({
    revoke: z.literal(true).optional(),
    disable: tenantName.optional(),
    enable: tenantName.optional(),
    rotateKeys: z.literal(true).optional(),
    reply: replies.optional(),
  })
  .refine((file) => Object.keys(file).length === 1, 'an authority step changes one thing')
  .transform((file): AuthorityStep => {
    if (file.revoke) return { change: 'revoke' }
    if (file.disable) return { change: 'disable', tenant: file.disable }
    if (file.enable) return { change: 'enable', tenant: file.enable }
    if (file.rotateKeys) return { change: 'rotate-keys' }
    return { change: 'reply', replies: file.reply ?? [] }
  })

export type AuthorityStep =
  | AuthorityChange
  | { readonly change: 'reply'; readonly replies: readonly Reply[] }

// --- expect --------------------------------------------------------------------------------------------------------

const seconds = z.union([
  duration,
  z
    .strictObject({ $gte: duration.optional(), $lte: duration.optional() })
    .refine((file) => Object.keys(file).length > 0, 'takes $gte, $lte, or both'),
])
const results = z
  .union([name, z.array(name)])
  .transform((one) => (Array.isArray(one) ? one : [one]))
const presence = {
  $present: z.literal(true).optional(),
  $absent: z.literal(true).optional(),
}

const tokenExpectation = z.strictObject({
  ...presence,
  is: results.optional().describe('The same token as this result.'),
  not: results.optional().describe('Another token than each of these results.'),
  tenant: pattern.optional(),
  resource: pattern.optional(),
  cae: pattern.optional(),
  claims: pattern.optional().describe('The decoded claims of the access token.'),
  expiresIn: seconds.optional().describe('From the moment the call settled to expiresOnTimestamp.'),
  sameExpiryAs: name.optional(),
  refreshIn: z.union([seconds, z.strictObject({ $absent: z.literal(true) })]).optional(),
  tokenType: pattern.optional(),
})

const errorExpectation = z.strictObject({
  ...presence,
  kind: pattern.optional(),
  name: pattern.optional(),
  message: pattern.optional(),
  code: pattern.optional(),
  status: pattern.optional(),
  aadsts: pattern.optional(),
  correlationId: pattern.optional(),
  claims: pattern.optional().describe('What the authority asks for: a JSON text.'),
  cause: pattern.optional().describe('The messages of the chain of causes, nearest first.'),
  leaks: pattern
    .optional()
    .describe('Labels of the secrets in message, stack, causes and JSON form.'),
})

const wireItem = z.strictObject({
  method: pattern.optional(),
  host: pattern.optional(),
  scheme: pattern.optional(),
  path: pattern.optional(),
  tenant: pattern.optional(),
  client: pattern.optional(),
  resource: pattern.optional(),
  query: pattern.optional(),
  headers: pattern.optional(),
  form: pattern.optional(),
  doubled: pattern.optional(),
  assertion: pattern.optional(),
  answer: pattern.optional().describe('The status, or reset, truncated, pending.'),
  at: seconds.optional().describe('Since the step began.'),
})

const wire = z.union([
  z.array(wireItem),
  z
    .strictObject({
      count: pattern.optional(),
      each: wireItem.optional(),
      some: wireItem.optional(),
    })
    .refine((file) => Object.keys(file).length > 0, 'takes count, each, some'),
])

const expectation = z.strictObject({
  token: tokenExpectation.optional(),
  error: errorExpectation.optional(),
  wire: wire.optional().describe('The token requests of this step.'),
  discovery: wire.optional().describe('The metadata requests of this step.'),
  assertionCalls: pattern.optional(),
  elapsed: seconds.optional().describe('Virtual time from the beginning of the step to its end.'),
  log: z.strictObject({ leaks: pattern.optional(), text: pattern.optional() }).optional(),
  api: pattern.optional(),
  outcomes: z
    .array(
      z.strictObject({ token: tokenExpectation.optional(), error: errorExpectation.optional() }),
    )
    .optional()
    .describe('How each call of a parallel step ended.'),
  distinctTokens: pattern.optional().describe('How many different tokens a parallel step brought.'),
})

const check = expectation
  .extend({
    req: z
      .string()
      .regex(/^[A-Z]+-\d\d$/, 'a requirement is named like CACHE-12')
      .optional(),
    precondition: z.literal(true).optional(),
    anyOf: z.array(expectation).min(2).optional(),
  })
  .superRefine((file, context) => {
    if ((file.req === undefined) === (file.precondition === undefined)) {
      context.addIssue({
        code: 'custom',
        path: [],
        message: 'a check has either "req" or "precondition: true"',
      })
    }
    const { req: _req, precondition: _precondition, anyOf, ...rest } = file
    if (Object.keys(rest).length === 0 && !anyOf) {
      context.addIssue({
        code: 'custom',
        path: [],
        message: 'a check expects something: one of token, error, wire, …',
      })
    }
  })

const checks = z.record(name, check)

// --- the file ------------------------------------------------------------------------------------------------------

/** `{ advance: 55m }` in the file is `{ do: 'advance', input: 3300 }` in the program. */
function stepOf<const Tag extends string, Input extends z.ZodType>(tag: Tag, input: Input) {
  const shape = { [tag]: input } as { [K in Tag]: Input }
  return z
    .strictObject({ ...shape, as: name.optional(), expect: checks.optional() })
    .transform((file) => {
      // The shape above is generic, so the checker cannot see these members; zod has just proved them.
      const { as, expect } = file as { as?: string; expect?: Readonly<Record<string, Check>> }
      const input = (file as Record<Tag, unknown>)[tag] as z.output<Input>
      return { do: tag, input, as, expect: expect ?? {} }
    })
}

export const stepKinds = {
  getToken: stepOf('getToken', getToken),
  parallel: stepOf('parallel', parallel),
  callApi: stepOf('callApi', callApi),
  advance: stepOf('advance', duration),
  authority: stepOf('authority', authorityStep),
  abort: stepOf('abort', name),
  await: stepOf('await', name),
  create: stepOf('create', credentialOptions),
  close: stepOf('close', z.strictObject({})),
}

/** Steps and expectations of the design that this version does not play. They are refused, not ignored. */
export const notYetPlayed = { steps: ['restart', 'send'], expectations: ['record'] } as const

const step = z.union([
  stepKinds.getToken,
  stepKinds.parallel,
  stepKinds.callApi,
  stepKinds.advance,
  stepKinds.authority,
  stepKinds.abort,
  stepKinds.await,
  stepKinds.create,
  stepKinds.close,
])

export const scenarioFile = z.strictObject({
  title: z.string().min(10).describe('A claim that is true or false.'),
  why: z.string().optional().describe('What goes wrong for people when the claim is false.'),
  needs: z.array(z.enum(capabilities)).optional(),
  given: given.optional(),
  steps: z.array(step).min(1),
})

export type ScenarioFile = z.output<typeof scenarioFile>
export type Given = z.output<typeof given>
export type FileStep = z.output<typeof step>
export type Check = z.output<typeof check>
export type Expectation = z.output<typeof expectation>
export type TokenExpectation = z.output<typeof tokenExpectation>
export type ErrorExpectation = z.output<typeof errorExpectation>
export type WireExpectation = z.output<typeof wire>
export type WireItem = z.output<typeof wireItem>
export type SecondsExpectation = z.output<typeof seconds>
export type GetToken = z.output<typeof getToken>
export type CredentialOptions = z.output<typeof credentialOptions>
export type AssertionCall = z.output<typeof assertionCall>
/** A step as the run sees it: without its expectations. */
export type Step = FileStep extends infer One
  ? One extends unknown
    ? Omit<One, 'expect'>
    : never
  : never
