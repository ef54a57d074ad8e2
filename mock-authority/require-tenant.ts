import type { ReceivedRequest } from './received-request.ts'
import { Refusal } from './refusal.ts'

/** Refuses a path whose tenant is none, or is not in the directory. `common` and its like pass. */
export function requireTenant({ route }: Pick<ReceivedRequest, 'route'>): void {
  const segment = route.tenantSegment.toLowerCase()
  if (route.tenant !== undefined || isSharedTenant(segment)) return
  if (segment === '') throw new Refusal(90019)
  if (segment === EMPTY_GUID) throw new Refusal(900021)
  throw new Refusal(GUID.test(segment) || DNS_NAME.test(segment) ? 90002 : 900023)
}

/** Whether the path names no tenant of its own but all of a kind. */
export function isSharedTenant(segment: string): boolean {
  return SHARED.has(segment.toLowerCase())
}

/** The last one is the tenant of personal accounts. */
const SHARED: ReadonlySet<string> = new Set([
  'common',
  'organizations',
  'consumers',
  '9188040d-6c67-4c5b-b112-36a304b66dad',
])
const EMPTY_GUID = '00000000-0000-0000-0000-000000000000'
const GUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const DNS_NAME = /^(?=.{3,253}$)[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)+$/
