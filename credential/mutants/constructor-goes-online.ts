import { standardFoundation } from '../foundation.ts'
import { breakCredential } from '../mutant.ts'
import { createReference } from '../subject.ts'

/** The constructor fetches the metadata ahead of time. */
export default breakCredential('CTOR-01', (config) => {
  const { send } = standardFoundation.openTransport(undefined)
  const url = `https://login.microsoftonline.com/${config.tenantId}/v2.0/.well-known/openid-configuration`
  send({ method: 'GET', url, headers: {} }, new AbortController().signal).catch(() => {})
  return createReference(config)
})
