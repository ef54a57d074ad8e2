import type {
  ErrorExpectation,
  Expectation,
  FileStep,
  TokenExpectation,
  WireExpectation,
} from './schema.ts'

type Path = readonly PropertyKey[]

/** One thing that a step's checks expect, and where it stands in the file. */
export interface PlacedExpectation {
  readonly path: Path
  readonly token?: { readonly expect: TokenExpectation; readonly path: Path }
  readonly error?: { readonly expect: ErrorExpectation; readonly path: Path }
  readonly wires: readonly { readonly expect: WireExpectation; readonly path: Path }[]
  /** The members that the file gives: `token`, `wire`, …; none for the items of `outcomes`. */
  readonly kinds: readonly (keyof Expectation)[]
  readonly expect: Expectation
}

/** All expectations of a step: those of its checks, of their alternatives, and of single outcomes. */
export function expectationsOf(step: FileStep, index: number): readonly PlacedExpectation[] {
  return Object.entries(step.expect).flatMap(([name, check]) => {
    const path = ['steps', index, 'expect', name]
    const { req: _req, precondition: _precondition, anyOf = [], ...own } = check
    return [...placed(own, path), ...anyOf.flatMap((one, n) => placed(one, [...path, 'anyOf', n]))]
  })
}

function placed(expect: Expectation, path: Path): readonly PlacedExpectation[] {
  const outcomes = (expect.outcomes ?? []).map((one, n) => place(one, [...path, 'outcomes', n], []))
  const kinds = Object.keys(expect) as (keyof Expectation)[]
  return [place(expect, path, kinds), ...outcomes]
}

function place(
  expect: Expectation,
  path: Path,
  kinds: readonly (keyof Expectation)[],
): PlacedExpectation {
  const { token, error } = expect
  return {
    path,
    kinds,
    expect,
    ...(token && { token: { expect: token, path: [...path, 'token'] } }),
    ...(error && { error: { expect: error, path: [...path, 'error'] } }),
    wires: (['wire', 'discovery'] as const).flatMap((kind) => {
      const wire = expect[kind]
      return wire ? [{ expect: wire, path: [...path, kind] }] : []
    }),
  }
}
