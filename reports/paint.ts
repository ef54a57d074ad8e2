/** The colours of a terminal, as functions from text to text. */
export interface Paint {
  readonly good: (text: string) => string
  readonly bad: (text: string) => string
  readonly warning: (text: string) => string
  readonly dim: (text: string) => string
  readonly bold: (text: string) => string
}

const same = (text: string) => text

/** No colour at all: for files, pipes and tests. */
export const plain: Paint = { good: same, bad: same, warning: same, dim: same, bold: same }
