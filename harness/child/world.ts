import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Authority } from '../../mock-authority/authority.ts'
import {
  signClientAssertion,
  signFederatedAssertion,
} from '../../mock-authority/client-assertion/sign.ts'
import type { Clock, EpochSeconds } from '../../mock-authority/clock.ts'
import { createAuthority } from '../../mock-authority/create-authority.ts'
import { BEGINNING_SECONDS } from '../beginning.ts'
import type { Situation } from '../scenario/scenario.ts'
import type { World } from './session.ts'
import type { Stage } from './settle.ts'

/** Milliseconds since 1970 at which every scenario begins. */
export const BEGINNING_MS = BEGINNING_SECONDS * 1000

/** Entra's own lifetimes, in seconds (captures of 2021 to 2026; see docs of the authority). */
const LIFETIME = 3599
const CAE_LIFETIME = 86_399

/** A host that no SDK knows, so that it has to ask for the authority's metadata. */
const UNKNOWN_HOST = 'login.contoso.example'

// The child's timers and `Date` are virtual, so this is the clock of the subject too.
const clock: Clock = {
  now: () => (Date.now() / 1000) as EpochSeconds,
  sleep: (seconds) => new Promise((resolve) => void setTimeout(resolve, seconds * 1000)),
}

/** The authority of one scenario, as its `given` describes it. */
export function createScenarioAuthority(situation: Situation, seed: string): Authority {
  const { tenants, resources, reply, lifetime, caeLifetime, refreshIn } =
    situation.given.authority ?? {}
  const authority = createAuthority({
    seed,
    clock,
    directory: { ...(tenants && { tenants }), ...(resources && { resources }) },
    lifetimes: {
      accessToken: lifetime ?? LIFETIME,
      caeAccessToken: caeLifetime ?? CAE_LIFETIME,
      ...(refreshIn !== undefined && { refreshIn }),
    },
    hosts: [UNKNOWN_HOST, `${UNKNOWN_HOST}:8443`],
  })
  authority.script(reply ?? [])
  return authority
}

/** The world around a scenario's authority. */
export function createWorld(
  id: string,
  authority: Authority,
  stage: Stage,
  takeOutput: () => string,
): World {
  const { directory, labels } = authority
  return {
    authority,
    stage,
    startMs: BEGINNING_MS,
    takeOutput,
    cacheDirectory: join(tmpdir(), `touchstone-${process.pid}-${id.replaceAll('/', '-')}`),
    assertionTools: {
      labels,
      sleep: (seconds) => clock.sleep(seconds),
      // A right one is of a federated issuer: its audience is no tenant, so that one callback serves them all.
      sign: (kind, n) =>
        kind === 'valid'
          ? signFederatedAssertion({ id: `assertion-${n}`, now: clock.now() })
          : signClientAssertion({
              kind,
              id: `assertion-${n}`,
              now: clock.now(),
              clientId: directory.applications['daemon']?.id ?? '',
              tenantId: directory.tenants['home']?.id ?? '',
            }),
    },
  }
}
