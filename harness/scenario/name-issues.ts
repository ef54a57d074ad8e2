import type { FileIssue } from '../describe-issues.ts'
import { didYouMean } from '../did-you-mean.ts'
import { expectationsOf } from './expectations-of.ts'
import {
  isPending,
  namedResults,
  type NamedResult,
  type ResultKind,
  resultKind,
} from './results.ts'
import type { FileStep, GetToken, ScenarioFile, TokenExpectation } from './schema.ts'

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

interface Reference {
  readonly name: string
  readonly path: readonly PropertyKey[]
  readonly needs: ResultKind | 'a pending call'
}

function references(step: FileStep, index: number): readonly Reference[] {
  const path = ['steps', index, step.do]
  return [
    ...inputReferences(step, path),
    ...expectationsOf(step, index).flatMap((one) =>
      one.token ? tokenReferences(one.token.expect, one.token.path) : [],
    ),
  ]
}

function inputReferences(step: FileStep, path: readonly PropertyKey[]): readonly Reference[] {
  switch (step.do) {
    case 'getToken':
      return callReferences(step.input, path)
    case 'parallel':
      return step.input.flatMap((call, n) => callReferences(call, [...path, 'each', n]))
    case 'callApi':
      return [{ name: step.input.token, path: [...path, 'token'], needs: 'a token' }]
    case 'abort':
    case 'await':
      return [{ name: step.input, path, needs: 'a pending call' }]
    case 'advance':
    case 'authority':
    case 'create':
    case 'close':
      return []
  }
}

function callReferences(
  { claimsFrom, credential }: GetToken,
  path: readonly PropertyKey[],
): readonly Reference[] {
  return [
    ...named(claimsFrom, [...path, 'claimsFrom'], 'a challenge'),
    ...named(credential, [...path, 'credential'], 'a credential'),
  ]
}

function tokenReferences(
  { is, not, sameExpiryAs }: TokenExpectation,
  path: readonly PropertyKey[],
): readonly Reference[] {
  return [
    ...(is ?? []).flatMap((name) => named(name, [...path, 'is'], 'a token')),
    ...(not ?? []).flatMap((name) => named(name, [...path, 'not'], 'a token')),
    ...named(sameExpiryAs, [...path, 'sameExpiryAs'], 'a token'),
  ]
}

function named(
  name: string | undefined,
  path: readonly PropertyKey[],
  needs: ResultKind,
): readonly Reference[] {
  return name === undefined ? [] : [{ name, path, needs }]
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
