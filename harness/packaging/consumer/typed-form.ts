// The same port from TypeScript, checked against the published types.
import { ClientAssertionCredential } from 'touchstone/credential'
import type { CredentialConfig, Subject } from 'touchstone/subject'

const subject: Subject = {
  name: 'typed form',
  version: '1.0.0',
  capabilities: ['claims', 'tenantId', 'parallel', 'clock'],
  create: ({ tenantId, clientId, getAssertion, ...options }: CredentialConfig) =>
    new ClientAssertionCredential(tenantId, clientId, getAssertion, options),
}

export default subject
