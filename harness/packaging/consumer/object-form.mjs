// A subject as an object: here the reference credential, as a user of the package would wrap their own.
import { ClientAssertionCredential } from 'touchstone/credential'

export default {
  name: 'object form',
  version: '1.0.0',
  capabilities: ['claims', 'tenantId', 'parallel', 'clock'],
  create: ({ tenantId, clientId, getAssertion, ...options }) =>
    new ClientAssertionCredential(tenantId, clientId, getAssertion, options),
}
