import type { Authority, AuthorityOptions } from './authority.ts'
import { type AssertionInput, signClientAssertion } from './client-assertion/sign.ts'
import type { Clock, EpochSeconds } from './clock.ts'
import { createAuthority } from './create-authority.ts'

/** A clock that a test moves. */
export interface TestClock extends Clock {
  advance(seconds: number): void
}

/** 2026-01-01T00:00:00Z */
export const START = 1_767_225_600 as EpochSeconds

function createTestClock(): TestClock {
  let now: number = START
  const sleepers: { readonly until: number; readonly wake: () => void }[] = []
  return {
    now: () => now as EpochSeconds,
    sleep: (seconds) => new Promise((wake) => void sleepers.push({ until: now + seconds, wake })),
    advance: (seconds) => {
      now += seconds
      for (const sleeper of sleepers.splice(0)) {
        if (sleeper.until > now) sleepers.push(sleeper)
        else sleeper.wake()
      }
    },
  }
}

/** An authority, its clock, and a client that knows how to ask it. */
export function createTestWorld(options: Partial<AuthorityOptions> = {}) {
  const clock = createTestClock()
  const authority = createAuthority({
    clock,
    seed: '7',
    directory: { tenants: ['other'] },
    hosts: ['login.contoso.example'],
    ...options,
  })
  return { clock, authority, ...clientOf(authority, clock) }
}

function clientOf(authority: Authority, clock: Clock) {
  const { tenants, applications } = authority.directory
  const clientId = applications['daemon']?.id ?? ''
  const tenantId = tenants['home']?.id ?? ''
  const sign = (input: Partial<AssertionInput> = {}): Promise<string> =>
    signClientAssertion({ kind: 'valid', id: '1', now: clock.now(), clientId, tenantId, ...input })
  const form = async (changes: FormChanges = {}): Promise<URLSearchParams> => {
    const whole: FormChanges = {
      client_id: clientId,
      scope: 'https://api.contoso.example/.default',
      grant_type: 'client_credentials',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await sign(),
      ...changes,
    }
    return new URLSearchParams(
      Object.entries(whole).filter((entry): entry is [string, string] => entry[1] !== undefined),
    )
  }
  const post = async (changes: FormChanges = {}, url = tokenUrl(tenantId)): Promise<Response> =>
    authority.handle(new Request(url, { method: 'POST', body: await form(changes) }))
  const get = (url: string, token?: string): Promise<Response> =>
    authority.handle(new Request(url, token === undefined ? {} : { headers: bearer(token) }))
  const getToken = async (changes: FormChanges = {}): Promise<string> =>
    String((await readJson(await post(changes)))['access_token'])
  return { clientId, tenantId, sign, form, post, get, getToken }
}

/** Parameters that replace the usual ones; undefined removes. */
export type FormChanges = Readonly<Record<string, string | undefined>>

export function tokenUrl(tenant: string): string {
  return `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`
}

export async function readJson(response: Response): Promise<Readonly<Record<string, unknown>>> {
  return (await response.json()) as Readonly<Record<string, unknown>>
}

/** The claims of a JWT, unverified. */
export function readClaims(token: string): Readonly<Record<string, unknown>> {
  const [, claims = ''] = token.split('.')
  return JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as Readonly<
    Record<string, unknown>
  >
}

function bearer(token: string) {
  return { authorization: `Bearer ${token}` }
}
