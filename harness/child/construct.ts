import type { Outcome } from '../observation.ts'
import type { CredentialOptions } from '../scenario/schema.ts'
import type { Credential, CredentialConfig } from '../subject.ts'
import { createAssertionSource } from './assertions.ts'
import { NeverSettled, played, startCall } from './call.ts'
import { tenantId } from './names.ts'
import { receiveError } from './receive.ts'
import { DEFAULT, type Session } from './session.ts'

/** Constructs a credential under a name. One that cannot be constructed is remembered by its error. */
export async function construct(
  name: string,
  options: CredentialOptions,
  session: Session,
): Promise<Outcome> {
  const { credentials, receiver, subject, world } = session
  try {
    const config = configure({ ...session.situation.given.credential, ...options }, session)
    const credential = await played(created(subject.create(config)), 'create', world.stage)
    if (typeof (credential as Partial<Credential> | null)?.getToken !== 'function') {
      return {
        outcome: 'garbage',
        received: `${credential === null ? 'null' : typeof credential} without getToken`,
      }
    }
    credentials.set(name, { credential })
    return { outcome: 'done' }
  } catch (error) {
    if (error instanceof NeverSettled) throw error
    credentials.set(name, { error })
    return receiveError(error, receiver)
  }
}

/** Closes the default credential. One without `close` has nothing to close. */
export async function close(session: Session): Promise<Outcome> {
  const held = session.credentials.get(DEFAULT)
  try {
    if (held && 'credential' in held) {
      await played(Promise.resolve(held.credential.close?.()), 'close', session.world.stage)
    }
    return { outcome: 'done' }
  } catch (error) {
    if (error instanceof NeverSettled) throw error
    return receiveError(error, session.receiver)
  }
}

// Not `Promise.resolve`: a credential that has a method `then` is still a credential.
async function created(credential: Credential | Promise<Credential>): Promise<Credential> {
  return await credential
}

function configure(options: CredentialOptions, session: Session): CredentialConfig {
  const {
    assertion,
    tokenCachePersistence,
    additionallyAllowedTenants,
    authorityHost,
    disableInstanceDiscovery,
  } = options
  const { authority, assertionTools, cacheDirectory } = session.world
  const { directory } = authority
  const source = createAssertionSource(assertion ?? [{ sign: 'valid' }], {
    ...assertionTools,
    reenter: (scopes) => startCall({ scopes: [...scopes] }, undefined, session).work,
  })
  session.assertions.push(source)
  return {
    type: 'clientAssertion',
    tenantId: tenantId(options.tenantId ?? 'home', directory),
    clientId: options.clientId ?? directory.applications['daemon']?.id ?? '',
    getAssertion: source.getAssertion,
    log: (level, text) => session.log.add(String(level), String(text)),
    ...(authorityHost !== undefined && { authorityHost }),
    ...(additionallyAllowedTenants && {
      additionallyAllowedTenants: additionallyAllowedTenants.map((name) =>
        tenantId(name, directory),
      ),
    }),
    ...(disableInstanceDiscovery !== undefined && { disableInstanceDiscovery }),
    ...(tokenCachePersistence && {
      tokenCachePersistence: { ...tokenCachePersistence, directory: cacheDirectory },
    }),
  }
}
