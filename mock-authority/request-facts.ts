import { findResource } from './find-resource.ts'
import type { Application } from './directory.ts'
import type { ReceivedRequest } from './received-request.ts'
import type { Facts } from './refusal.ts'
import type { AuthorityState } from './state.ts'

/** What messages may say of any request; a validator that knows better says so. */
export function requestFacts(request: ReceivedRequest, state: AuthorityState): Facts {
  const { route, form, method } = request
  const client = form?.values.get('client_id') ?? ''
  const scope = form?.values.get('scope') ?? ''
  const resource = findResource(scope || (form?.values.get('resource') ?? ''), state.directory)
  return {
    tenant: route.tenantSegment,
    tenantId: route.tenant?.id ?? route.tenantSegment,
    tenantName: route.tenant?.displayName ?? route.tenantSegment,
    client,
    clientName: findApplication(client, state)?.displayName ?? client,
    scope,
    resource: resource?.id ?? scope,
    resourceName: resource?.name ?? scope,
    method,
    grant: form?.values.get('grant_type') ?? '',
    parameter: 'client_assertion',
    claim: 'aud',
    reason: 'The key was not found.',
    now: '',
  }
}

/** A registered application by its `client_id`. */
export function findApplication(
  clientId: string,
  { directory }: AuthorityState,
): Application | undefined {
  const wanted = clientId.toLowerCase()
  return Object.values(directory.applications).find(({ id }) => id === wanted)
}
