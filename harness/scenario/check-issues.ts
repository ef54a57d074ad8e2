import type { FileIssue } from '../describe-issues.ts'
import { expectationsOf, type PlacedExpectation } from './expectations-of.ts'
import { isPending } from './results.ts'
import type { Expectation, FileStep, ScenarioFile } from './schema.ts'

const CALLS: readonly FileStep['do'][] = ['getToken', 'parallel', 'await', 'abort']

/** Where an expectation makes sense. One that is not named here fits every step. */
const FITS: Partial<Readonly<Record<keyof Expectation, readonly FileStep['do'][]>>> = {
  token: CALLS,
  error: [...CALLS, 'create', 'close'],
  api: ['callApi'],
  outcomes: ['parallel'],
  distinctTokens: ['parallel'],
}

/** Checks whose name is taken, and expectations that a step of this kind can never meet. */
export function checkIssues({ steps }: ScenarioFile): readonly FileIssue[] {
  return [
    ...doubledNames(steps),
    ...steps.flatMap((step, index) =>
      expectationsOf(step, index).flatMap((one) => [
        ...misplaced(step, one),
        ...outcomeCount(step, one),
      ]),
    ),
  ]
}

function doubledNames(steps: readonly FileStep[]): readonly FileIssue[] {
  const first = new Map<string, number>()
  return steps.flatMap((step, index) =>
    Object.keys(step.expect).flatMap((name): readonly FileIssue[] => {
      const earlier = first.get(name)
      first.set(name, earlier ?? index + 1)
      if (earlier === undefined) return []
      const message = `"${name}" is a check of step ${earlier} already; a check has a name of its own`
      return [{ path: ['steps', index, 'expect', name], part: 'key', message }]
    }),
  )
}

function misplaced(step: FileStep, { kinds, path }: PlacedExpectation): readonly FileIssue[] {
  return kinds.flatMap((kind): readonly FileIssue[] => {
    const message = misfit(step, kind)
    return message === undefined ? [] : [{ path: [...path, kind], part: 'key', message }]
  })
}

function misfit(step: FileStep, kind: keyof Expectation): string | undefined {
  const fits = FITS[kind]
  if (!fits) return undefined
  if (!fits.includes(step.do)) {
    return `a step "${step.do}" has no "${kind}"; it belongs to ${fits.join(', ')}`
  }
  return isPending(step)
    ? `a pending call has no "${kind}" yet; expect it of the step that awaits or aborts the call`
    : undefined
}

function outcomeCount(step: FileStep, { expect, path }: PlacedExpectation): readonly FileIssue[] {
  if (step.do !== 'parallel' || !expect.outcomes) return []
  const [calls, outcomes] = [step.input.length, expect.outcomes.length]
  if (calls === outcomes) return []
  const message = `${outcomes} outcomes are listed for ${calls} calls; one for each call would be right`
  return [{ path: [...path, 'outcomes'], part: 'key', message }]
}
