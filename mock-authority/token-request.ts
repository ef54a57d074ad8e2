import type { Form } from './form.ts'
import { findApplication } from './request-facts.ts'
import { requireTenant } from './require-tenant.ts'
import type { Application, Tenant } from './directory.ts'
import { isTooMuch, type ReceivedRequest } from './received-request.ts'
import { Refusal } from './refusal.ts'
import type { AuthorityState } from './state.ts'

/** A token request whose parameters are there; what they say is not yet believed. */
export interface TokenRequest {
  readonly tenant: Tenant
  readonly application: Application
  /** The assertion as it came. */
  readonly assertion: string
  /** `scope`, or `resource` of version 1. */
  readonly scope: string
  readonly claims: string | undefined
}

/** Reads the form, in the order in which Entra is thought to look: request, tenant, parameters, grant, client. */
export function readTokenRequest(request: ReceivedRequest, state: AuthorityState): TokenRequest {
  const form = readWholeForm(request)
  requireTenant(request)
  const grant = required(form, 'grant_type')
  if (grant !== 'client_credentials') throw new Refusal(70003, { grant })
  const tenant = readTenant(request, state)
  const application = readClient(form, request, state)
  return {
    tenant,
    application,
    assertion: readAssertionParameter(form, request),
    scope: readScope(form, request),
    claims: form.values.get('claims'),
  }
}

/** RFC 6749 §3.2: POST, form-encoded, and no parameter of the protocol twice. */
function readWholeForm({ method, form, body, route }: ReceivedRequest): Form {
  if (!route.known) throw new Refusal(9002313)
  if (method !== 'POST') throw new Refusal(900561, { method })
  if (isTooMuch(body)) throw new Refusal(9002313)
  if (form === null) throw new Refusal(900144, { parameter: 'grant_type' })
  if (!form.wellFormed || form.doubled.some((name) => parameters.has(name))) {
    throw new Refusal(9002313)
  }
  return form
}

const parameters: ReadonlySet<string> = new Set([
  'grant_type',
  'client_id',
  'client_assertion',
  'client_assertion_type',
  'client_secret',
  'scope',
  'resource',
  'claims',
])

/** A client has no user whose tenant could be taken; `organizations` is the tenant it is registered in. */
function readTenant({ route }: ReceivedRequest, { directory }: AuthorityState): Tenant {
  const isOrganizations = route.tenantSegment.toLowerCase() === 'organizations'
  const tenant = isOrganizations ? directory.tenants['home'] : route.tenant
  if (tenant === undefined) throw new Refusal(9001023)
  return tenant
}

/** RFC 6749 §2.2: the client by its identifier, from the form or from HTTP Basic. */
function readClient(form: Form, request: ReceivedRequest, state: AuthorityState): Application {
  const client = form.values.get('client_id') || basicCredentials(request)?.client
  if (!client) throw new Refusal(900144, { parameter: 'client_id' })
  if (client === '00000000-0000-0000-0000-000000000000') throw new Refusal(700038)
  const application = findApplication(client, state)
  if (application === undefined) throw new Refusal(700016, { client })
  return application
}

const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'

/** RFC 7521 §4.2. No application here has a secret, so every secret is the wrong one. */
function readAssertionParameter(form: Form, request: ReceivedRequest): string {
  const assertion = form.values.get('client_assertion')
  if (!assertion) {
    const secret = form.values.get('client_secret') || basicCredentials(request)?.secret
    throw new Refusal(secret ? 7000215 : 7000218)
  }
  const type = required(form, 'client_assertion_type')
  if (type !== JWT_BEARER) throw new Refusal(9002313)
  return assertion
}

function readScope(form: Form, { route }: ReceivedRequest): string {
  if (route.version === 1) return required(form, 'resource')
  if (form.values.has('resource')) throw new Refusal(901002)
  return required(form, 'scope')
}

function required(form: Form, parameter: string): string {
  const value = form.values.get(parameter)
  if (value === undefined || value.trim() === '') throw new Refusal(900144, { parameter })
  return value
}

/** RFC 6749 §2.3.1: identifier and secret are form-encoded before they are joined. */
function basicCredentials({
  headers,
}: ReceivedRequest): { readonly client: string; readonly secret: string } | undefined {
  const match = /^basic ([\w+/=-]+)$/i.exec(headers.get('authorization') ?? '')
  if (!match) return undefined
  const [client = '', ...secret] = Buffer.from(match[1] ?? '', 'base64')
    .toString('utf8')
    .split(':')
  return { client, secret: secret.join(':') }
}
