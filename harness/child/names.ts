import type { Directory } from '../../mock-authority/directory.ts'

/** A tenant's name stands for its GUID; any other text is what it is. */
export function tenantId(text: string, directory: Directory): string {
  return Object.hasOwn(directory.tenants, text) ? (directory.tenants[text]?.id ?? text) : text
}

/** A resource's name stands for all that the client may do there; any other text is what it is. */
export function scope(text: string, directory: Directory): string {
  const resource = Object.hasOwn(directory.resources, text) ? directory.resources[text] : undefined
  return resource ? `${resource.identifierUri}/.default` : text
}
