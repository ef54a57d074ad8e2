/** What our own modules end in: `.ts` when run from source, `.js` in the published package. */
export const SOURCE_EXTENSION: '.ts' | '.js' = import.meta.url.endsWith('.ts') ? '.ts' : '.js'

/** The URL of one of our own modules, named without its extension and relative to the module that asks. */
export function moduleUrl(name: string, relativeTo: string): URL {
  return new URL(`${name}${SOURCE_EXTENSION}`, relativeTo)
}
