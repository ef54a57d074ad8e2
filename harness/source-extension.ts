/** What our own modules end in: `.ts` when run from source, `.js` in the published package. */
export const SOURCE_EXTENSION: '.ts' | '.js' = import.meta.url.endsWith('.ts') ? '.ts' : '.js'
