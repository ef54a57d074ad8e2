import type { FileStep } from './schema.ts'

type StepKind = FileStep['do']

/** Which steps leave something that later steps can name, and what. */
export const RESULT_OF = {
  getToken: 'a token',
  parallel: 'a token',
  callApi: 'a challenge',
  create: 'a credential',
} as const satisfies Partial<Record<StepKind, string>>

export type ResultKind = (typeof RESULT_OF)[keyof typeof RESULT_OF]

/** Something a step leaves under a name. */
export interface NamedResult {
  readonly name: string
  readonly kind: ResultKind
  /** The step that begins it; counts from 1. */
  readonly begun: number
  /** The step at which it is there: for a pending call, the one that awaits or aborts it; null when none does. */
  readonly settled: number | null
  readonly pending: boolean
}

/** The parts of a step that names depend on. */
export type NamingStep = Pick<FileStep, 'do' | 'input' | 'as'>

/** Every result that the steps name, in their order. */
export function namedResults(steps: readonly NamingStep[]): readonly NamedResult[] {
  return steps.flatMap((step, index) => {
    const kind = resultKind(step.do)
    if (step.as === undefined || kind === undefined) return []
    const pending = isPending(step)
    const settled = pending ? settlingStep(step.as, steps) : index + 1
    return [{ name: step.as, kind, begun: index + 1, settled, pending }]
  })
}

/** Whether the step begins a call and does not wait for its end. */
export function isPending(step: NamingStep): boolean {
  return (
    step.do === 'getToken' &&
    typeof step.input === 'object' &&
    'pending' in step.input &&
    step.input.pending === true
  )
}

/** What a step of this kind leaves; undefined when nothing. */
export function resultKind(kind: StepKind): ResultKind | undefined {
  return Object.hasOwn(RESULT_OF, kind) ? RESULT_OF[kind as keyof typeof RESULT_OF] : undefined
}

function settlingStep(name: string, steps: readonly NamingStep[]): number | null {
  const index = steps.findIndex(
    (step) => (step.do === 'await' || step.do === 'abort') && step.input === name,
  )
  return index === -1 ? null : index + 1
}
