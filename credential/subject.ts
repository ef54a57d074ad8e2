import type { Capability, Credential, CredentialConfig, Subject } from '../harness/subject.ts'
import { ClientAssertionCredential } from './client-assertion.ts'
import { standardFoundation, type Foundation } from './foundation.ts'

export type { Credential, CredentialConfig, Subject } from '../harness/subject.ts'

const capabilities: readonly Capability[] = [
  'claims',
  'cae',
  'tenantId',
  'abort',
  'timeout',
  'parallel',
  'refresh',
  'tokenInfo',
  'close',
  'discovery',
  'logs',
  'clock',
]

/** The reference credential, as the harness asks for it. */
export function createReference(
  config: CredentialConfig,
  foundation: Foundation = standardFoundation,
): Credential {
  const { tenantId, clientId, getAssertion, log, tokenCachePersistence: persistence } = config
  return new ClientAssertionCredential(
    tenantId,
    clientId,
    getAssertion,
    {
      authorityHost: config.authorityHost,
      additionallyAllowedTenants: config.additionallyAllowedTenants,
      disableInstanceDiscovery: config.disableInstanceDiscovery,
      logger: log,
      tokenCachePersistenceOptions: persistence && {
        enabled: true,
        name: persistence.name,
        unsafeAllowUnencryptedStorage: persistence.allowUnencryptedStorage,
      },
    },
    foundation,
  )
}

const reference: Subject = {
  name: 'ClientAssertionCredential (reference)',
  version: '0.1.0',
  capabilities,
  create: (config) => createReference(config),
}

export default reference
