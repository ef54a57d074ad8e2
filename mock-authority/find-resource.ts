import type { Directory, Resource } from './directory.ts'

/** Identity platform, "the .default scope": it follows the identifier of a resource. */
export const DEFAULT_SCOPE = '/.default'

/** The resource that the first scope, or a `resource` parameter, is about: by identifier, GUID or `api://` GUID. */
export function findResource(scope: string, directory: Directory): Resource | undefined {
  const [first = ''] = scope.split(' ')
  const wanted = first.toLowerCase()
  return Object.values(directory.resources).find((resource) =>
    identifiers(resource).some((identifier) => startsPath(wanted, identifier)),
  )
}

/** What a token request may call a resource. */
export function identifiers({ id, identifierUri }: Resource): readonly string[] {
  return [identifierUri, id, `api://${id}`]
}

function startsPath(text: string, start: string): boolean {
  return text === start || text.startsWith(`${start}/`)
}
