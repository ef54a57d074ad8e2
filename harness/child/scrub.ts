/**
 * Takes out of a text what looks like a secret. For the last words of a child that died: the labels of its secrets died
 * with it, so every JWT and every long run of base64 goes.
 */
export function scrub(text: string): string {
  return text
    .replaceAll(/eyJ[\w-]{6,}(?:\.[\w-]*)*/g, '<token>')
    .replaceAll(/[A-Za-z0-9+/_-]{40,}={0,2}/g, '<secret>')
}
