/** A text in which everything that looks like a JWT, or like the head of one, has no content. */
export function scrubTokens(text: string): string {
  return text.replaceAll(/eyJ[\w-]{6,}(?:\.[\w-]*)*/g, '<token>')
}

/**
 * Takes out of a text what looks like a secret. For the last words of a child that died: the labels of its secrets died
 * with it, so every JWT goes, every long run of base64, and every shorter one that reads like no word or path.
 */
export function scrub(text: string): string {
  return scrubTokens(text)
    .replaceAll(/[A-Za-z0-9+/_-]{40,}={0,2}/g, '<secret>')
    .replaceAll(/[A-Za-z0-9_-]{16,}/g, (run) => (isRandom(run) ? '<secret>' : run))
}

function isRandom(run: string): boolean {
  return /[a-z]/.test(run) && /[A-Z]/.test(run) && /\d/.test(run)
}
