import leven from 'leven'

/** `; did you mean "scopes"?` where a known word is near to what was written, and otherwise nothing. */
export function didYouMean(word: string, known: readonly string[]): string {
  const near = nearest(word, known)
  return near === undefined ? '' : `; did you mean "${near}"?`
}

/** The known word that a typing error away from `word`, if one is. */
function nearest(word: string, known: readonly string[]): string | undefined {
  const limit = Math.max(word.length > 3 ? 2 : 1, Math.floor(word.length / 3))
  const ranked = known
    .map((candidate) => ({
      candidate,
      distance: distance(word, candidate),
      edits: leven(word, candidate),
    }))
    .filter(({ distance }) => distance <= limit)
    .sort((one, other) => one.distance - other.distance || one.edits - other.edits)
  return ranked[0]?.candidate
}

/** A word that only continues what was written, or only lacks its end, is one step away. */
function distance(word: string, candidate: string): number {
  const [one, other] = [word.toLowerCase(), candidate.toLowerCase()]
  const begins = one.length > 2 && (other.startsWith(one) || one.startsWith(other))
  return begins ? 1 : leven(one, other)
}
