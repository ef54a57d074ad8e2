import type { Terminal } from './terminal.ts'

/** Counts what is done, for somebody who watches. */
export interface Progress {
  step(): void
  clear(): void
}

const CLEAR_LINE = '\r\u001b[K'

/** Shows `34/56` on stderr and wipes it away; says nothing where nobody watches. */
export function createProgress(
  total: number,
  { watched, talk }: Pick<Terminal, 'watched' | 'talk'>,
): Progress {
  let done = 0
  if (!watched) return { step: () => {}, clear: () => {} }
  return {
    step: () => {
      done += 1
      talk(`${CLEAR_LINE}${done}/${total}`)
    },
    clear: () => talk(CLEAR_LINE),
  }
}
