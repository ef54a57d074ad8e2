import type { Outcome, ReceivedToken } from '../observation.ts'
import type { Pattern } from '../scenario/pattern.ts'
import type { TokenExpectation } from '../scenario/schema.ts'
import { match } from '../matchers.ts'
import type { Differences, Seen } from './context.ts'
import { describeOutcome } from './describe-outcome.ts'
import { renderSeconds, secondsDifferences } from './seconds.ts'

/** Compares how one call ended with the token that was expected of it. */
export function tokenDifferences(
  expect: TokenExpectation,
  outcome: Outcome,
  where: string,
  outcomesOf: Seen['outcomesOf'],
): Differences {
  if (expect.$absent) {
    return outcome.outcome === 'error'
      ? []
      : [{ where, expected: 'no token', received: describeOutcome(outcome) }]
  }
  if (outcome.outcome !== 'token') {
    return [{ where, expected: 'an AccessToken', received: describeOutcome(outcome) }]
  }
  return [
    ...identityDifferences(expect, outcome.token, where, outcomesOf),
    ...issuedDifferences(expect, outcome.token, where),
    ...timeDifferences(expect, outcome.token, where, outcomesOf),
    ...(expect.tokenType === undefined
      ? []
      : match(expect.tokenType, outcome.token.tokenType, `${where}.tokenType`)),
  ]
}

function identityDifferences(
  { is = [], not = [] }: TokenExpectation,
  { label }: ReceivedToken,
  where: string,
  outcomesOf: Seen['outcomesOf'],
): Differences {
  const same = is.flatMap((name) => {
    const tokens = tokensOf(name, outcomesOf)
    if (tokens.some((token) => token.label === label)) return []
    return [{ where, expected: theTokenOf(name, tokens, outcomesOf), received: label }]
  })
  const other = not.flatMap((name) => {
    const tokens = tokensOf(name, outcomesOf)
    const expected = `another token than "${name}" got`
    if (tokens.length === 0) {
      return [
        { where, expected, received: `${label}, and "${name}" got ${endOf(name, outcomesOf)}` },
      ]
    }
    return tokens.some((token) => token.label === label)
      ? [{ where, expected, received: `${label} again` }]
      : []
  })
  return [...same, ...other]
}

function theTokenOf(
  name: string,
  tokens: readonly ReceivedToken[],
  outcomesOf: Seen['outcomesOf'],
): string {
  return tokens.length === 0
    ? `the token of "${name}", which got ${endOf(name, outcomesOf)}`
    : `${tokens.map(({ label }) => label).join(' or ')}, as "${name}" got`
}

function tokensOf(name: string, outcomesOf: Seen['outcomesOf']): readonly ReceivedToken[] {
  return (outcomesOf(name) ?? []).flatMap((outcome) =>
    outcome.outcome === 'token' ? [outcome.token] : [],
  )
}

function endOf(name: string, outcomesOf: Seen['outcomesOf']): string {
  const [outcome] = outcomesOf(name) ?? []
  return outcome ? describeOutcome(outcome) : 'no answer'
}

function issuedDifferences(
  expect: TokenExpectation,
  { label, issued }: ReceivedToken,
  where: string,
): Differences {
  const members = (['tenant', 'resource', 'cae', 'claims'] as const).flatMap((name) => {
    const pattern: Pattern | undefined = expect[name]
    return pattern === undefined ? [] : [{ name, pattern }]
  })
  if (members.length === 0) return []
  if (!issued) return [{ where, expected: 'a token that the authority issued', received: label }]
  return members.flatMap(({ name, pattern }) => match(pattern, issued[name], `${where}.${name}`))
}

function timeDifferences(
  { expiresIn, refreshIn, sameExpiryAs }: TokenExpectation,
  token: ReceivedToken,
  where: string,
  outcomesOf: Seen['outcomesOf'],
): Differences {
  return [
    ...(expiresIn === undefined
      ? []
      : secondsDifferences(expiresIn, token.expiresIn, `${where}.expiresIn`)),
    ...(refreshIn === undefined ? [] : refreshDifferences(refreshIn, token, `${where}.refreshIn`)),
    ...(sameExpiryAs === undefined
      ? []
      : expiryDifferences(sameExpiryAs, token, where, outcomesOf)),
  ]
}

function refreshDifferences(
  expect: NonNullable<TokenExpectation['refreshIn']>,
  { refreshIn }: ReceivedToken,
  where: string,
): Differences {
  if (typeof expect === 'number' || !('$absent' in expect)) {
    return secondsDifferences(expect, refreshIn, where)
  }
  return refreshIn === null ? [] : [{ where, expected: 'none', received: renderSeconds(refreshIn) }]
}

function expiryDifferences(
  name: string,
  { expiresAt }: ReceivedToken,
  where: string,
  outcomesOf: Seen['outcomesOf'],
): Differences {
  const others = tokensOf(name, outcomesOf)
  const same = others.some(
    (other) => secondsDifferences(other.expiresAt, expiresAt, where).length === 0,
  )
  if (same) return []
  const [other] = others
  const known = other ? renderSeconds(other.expiresAt) : endOf(name, outcomesOf)
  return [
    {
      where: `${where}.expiresAt`,
      expected: `that of "${name}": ${known}`,
      received: renderSeconds(expiresAt),
    },
  ]
}
