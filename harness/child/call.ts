import type { AccessToken, GetTokenOptions } from '@azure/core-auth'
import type { Directory } from '../../mock-authority/directory.ts'
import type { Outcome } from '../observation.ts'
import type { GetToken } from '../scenario/schema.ts'
import { scope, tenantId } from './names.ts'
import { receiveError, receiveToken } from './receive.ts'
import { DEFAULT, type Session } from './session.ts'
import { settle, type Stage } from './settle.ts'

/** One `getToken` from its start to its end. */
export interface Call {
  /** Never rejects. */
  readonly work: Promise<Outcome>
  readonly abort: AbortController
}

/** Thrown where a call of the subject never settles: nothing after it can be played. */
export class NeverSettled extends Error {
  override readonly name = 'NeverSettled'
}

/** Calls `getToken`, and keeps its token under the name of the step. */
export function startCall(input: GetToken, as: string | undefined, session: Session): Call {
  const abort = new AbortController()
  if (input.aborted) abort.abort()
  const work = getToken(input, abort.signal, session).then(
    (value) => {
      const outcome = receiveToken(value, session.receiver)
      if (as !== undefined && outcome.outcome === 'token' && value)
        session.tokens.set(as, value.token)
      return outcome
    },
    (error: unknown) => receiveError(error, session.receiver),
  )
  return { work, abort }
}

/** Plays time until the work is done. Rejects with `NeverSettled` when nothing can end it any more. */
export async function played<Value>(
  work: Promise<Value>,
  what: string,
  stage: Stage,
): Promise<Value> {
  if ((await settle(work, stage)) === 'never') throw new NeverSettled(`${what} never settled`)
  return await work
}

async function getToken(
  input: GetToken,
  signal: AbortSignal,
  session: Session,
): Promise<AccessToken | null> {
  const held = session.credentials.get(input.credential ?? DEFAULT)
  if (!held) throw new Error('no credential was created')
  if ('error' in held) throw held.error
  const { directory } = session.world.authority
  return await held.credential.getToken(scopes(input, directory), options(input, signal, session))
}

function scopes(input: GetToken, directory: Directory): string | string[] {
  const given = input.scopes ?? 'api'
  return typeof given === 'string'
    ? scope(given, directory)
    : given.map((one) => scope(one, directory))
}

function options(input: GetToken, signal: AbortSignal, session: Session): GetTokenOptions {
  const { enableCae, timeout } = input
  const claims =
    input.claimsFrom === undefined ? input.claims : session.challenges.get(input.claimsFrom)
  return {
    ...(claims !== undefined && {
      claims: typeof claims === 'string' ? claims : JSON.stringify(claims),
    }),
    ...(input.tenantId !== undefined && {
      tenantId: tenantId(input.tenantId, session.world.authority.directory),
    }),
    ...(enableCae !== undefined && { enableCae }),
    ...(timeout !== undefined && { requestOptions: { timeout: timeout * 1000 } }),
    ...((input.aborted ?? input.pending) && { abortSignal: signal }),
  }
}
