import { expectationsOf } from './expectations-of.ts'
import type { ResultKind } from './results.ts'
import type { FileStep, GetToken, TokenExpectation } from './schema.ts'

/** A place where a step names the result of another. */
export interface Reference {
  readonly name: string
  readonly path: readonly PropertyKey[]
  readonly needs: ResultKind | 'a pending call'
}

/** All names of results that a step uses, in what it does and in what is expected of it. */
export function references(step: FileStep, index: number): readonly Reference[] {
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
