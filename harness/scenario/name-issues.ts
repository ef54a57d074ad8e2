import type { FileIssue } from '../describe-issues.ts'
import { didYouMean } from '../did-you-mean.ts'
import { type Reference, references } from './references.ts'
import { isPending, type NamedResult, namedResults, resultKind } from './results.ts'
import type { FileStep, ScenarioFile } from './schema.ts'

/** Names of results that are given twice, given to nothing, or meant and not there. */
export function nameIssues({ steps }: ScenarioFile): readonly FileIssue[] {
  const results = namedResults(steps)
  return steps.flatMap((step, index) => [
    ...givenNameIssues(step, index, results),
    ...pendingIssues(step, index, results),
    ...references(step, index).flatMap((one) => referenceIssues(one, index + 1, results)),
  ])
}

function givenNameIssues(
  step: FileStep,
  index: number,
  results: readonly NamedResult[],
): readonly FileIssue[] {
  const path = ['steps', index, 'as']
  if (step.as === undefined) return []
  if (!resultKind(step.do)) {
    return [{ path, part: 'key', message: `"${step.do}" has no result to name; leave "as" out` }]
  }
  const first = results.find(({ name }) => name === step.as)
  if (!first || first.begun === index + 1) return []
  const message = `"${step.as}" is the name of step ${first.begun} already; another name would be right`
  return [{ path, part: 'value', message }]
}

function pendingIssues(
  step: FileStep,
  index: number,
  results: readonly NamedResult[],
): readonly FileIssue[] {
  const path = ['steps', index, 'getToken', 'pending']
  if (!isPending(step)) return pendingInParallel(step, index)
  if (step.as === undefined) {
    return [{ path, part: 'key', message: 'a pending call needs a name; give the step "as"' }]
  }
  const own = results.find(({ name, begun }) => name === step.as && begun === index + 1)
  if (!own || (own.settled !== null && own.settled > own.begun)) return []
  const message = `nothing waits for "${step.as}"; a later step is to await or abort it`
  return [{ path, part: 'key', message }]
}

function pendingInParallel(step: FileStep, index: number): readonly FileIssue[] {
  if (step.do !== 'parallel' || !step.input.some(({ pending }) => pending)) return []
  const message = 'the calls of "parallel" are waited for; leave "pending" out'
  return [{ path: ['steps', index, 'parallel'], part: 'key', message }]
}

function referenceIssues(
  { name, path, needs }: Reference,
  step: number,
  results: readonly NamedResult[],
): readonly FileIssue[] {
  const meant = results.find((one) => one.name === name)
  const message = meant
    ? referenceProblem(meant, step, needs)
    : `no step is named "${name}"${didYouMean(
        name,
        results.map((one) => one.name),
      )}`
  return message === undefined ? [] : [{ path, part: 'value', message }]
}

function referenceProblem(
  meant: NamedResult,
  step: number,
  needs: Reference['needs'],
): string | undefined {
  const { name, kind, begun, settled, pending } = meant
  if (begun >= step)
    return `"${name}" is the result of step ${begun}; an earlier step would be right`
  if (needs === 'a pending call') {
    if (!pending)
      return `"${name}" is no pending call; a getToken with "pending: true" would be right`
    return settled === step ? undefined : `"${name}" has ended at step ${settled}; a call ends once`
  }
  if (kind !== needs) return `"${name}" is ${kind}; the name of ${needs} would be right`
  if (settled === null || settled < step) return undefined
  return `"${name}" is still pending here; await it in an earlier step`
}
