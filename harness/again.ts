/** What has to be said again to play a check in the same way. */
export interface AgainOptions {
  readonly subject: string
  readonly seed: number
  /** Folders besides the built-in scenarios. */
  readonly scenarios: readonly string[]
}

/** The seed when none is given. */
export const DEFAULT_SEED = 42

/** The command that plays exactly this check again and shows its wire. */
export function againCommand(address: string, options: AgainOptions): string {
  const { subject, seed, scenarios } = options
  return [
    'npx touchstone run',
    quote(address),
    `--subject ${quote(subject)}`,
    ...scenarios.map((folder) => `--scenarios ${quote(folder)}`),
    ...(seed === DEFAULT_SEED ? [] : [`--seed ${seed}`]),
    '--trace',
  ].join(' ')
}

/** A word as a POSIX shell takes it literally. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}
