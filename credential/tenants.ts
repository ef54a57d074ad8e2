import { AuthenticationError } from './errors.ts'

/** What decides to which tenant a call goes. */
export interface TenantQuestion {
  /** The tenant of the constructor. */
  readonly own: string
  /** The tenant of the call. */
  readonly requested: string | undefined
  /** `additionallyAllowedTenants`; `*` stands for every tenant. */
  readonly allowed: readonly string[]
}

/** They stand for "the tenant of the user who signs in", and here nobody signs in. */
const NO_TENANT = new Set(['common', 'organizations', 'consumers'])

/** The characters of a tenant id or domain. `.` and `..` alone would be a step in the path of the URL. */
export function isTenantId(text: string): boolean {
  return /^[0-9A-Za-z.-]+$/.test(text) && !/^\.+$/.test(text)
}

/** The tenant a call goes to. Refuses one that is not allowed, before the assertion is asked for. */
export function resolveTenant(question: TenantQuestion): string {
  const tenantId = chooseTenant(question)
  if (NO_TENANT.has(tenantId.toLowerCase())) {
    throw refusal(
      `"${tenantId}" is no tenant of an application; name the tenant by its id or domain`,
    )
  }
  return tenantId
}

function chooseTenant({ own, requested, allowed }: TenantQuestion): string {
  if (requested === undefined || requested === '' || isSame(requested, own)) return own
  if (!isTenantId(requested)) {
    throw refusal(
      `tenant ${JSON.stringify(requested)} is refused: a tenant id consists of letters, digits, "." and "-"`,
    )
  }
  if (own.toLowerCase() === 'adfs')
    throw refusal(`tenant "${requested}" is refused: AD FS has no tenants`)
  if (allowed.includes('*') || allowed.some((one) => isSame(one, requested))) return requested
  throw refusal(
    `tenant "${requested}" is not allowed; add it to additionallyAllowedTenants, or add "*" to allow every tenant`,
  )
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

function refusal(message: string): AuthenticationError {
  return new AuthenticationError(message, { code: 'tenant_not_allowed' })
}
