import type { Exchange } from '../../mock-authority/exchange.ts'
import type { Endpoint } from '../../mock-authority/reply.ts'
import { BEGINNING_SECONDS } from '../beginning.ts'
import { match } from '../matchers.ts'
import { memberPath, renderValue, shorten } from '../render-value.ts'
import type { Pattern } from '../scenario/pattern.ts'
import type { WireExpectation, WireItem } from '../scenario/schema.ts'
import type { Differences, Seen } from './context.ts'
import { secondsDifferences } from './seconds.ts'

/** Which requests each expectation is about. */
const ENDPOINTS = {
  wire: ['token'],
  discovery: ['openid-configuration', 'instance-discovery'],
} as const satisfies Record<string, readonly Endpoint[]>

/** Compares the requests of a step. */
export function wireDifferences(
  expect: WireExpectation,
  kind: keyof typeof ENDPOINTS,
  { step }: Seen,
): Differences {
  const requests = step.exchanges.filter((exchange) => isAbout(exchange, kind))
  const stepBegan = BEGINNING_SECONDS + step.startedAt
  const compare = (item: WireItem, request: Exchange, where: string): Differences =>
    itemDifferences(item, request, { where, at: request.startedAt - stepBegan })
  return Array.isArray(expect)
    ? listDifferences(expect, requests, { kind, compare })
    : quantifiedDifferences(expect, requests, { kind, compare })
}

/** A request that carries an assertion is a token request wherever it goes, also where nobody serves it. */
function isAbout({ endpoint, assertion }: Exchange, kind: keyof typeof ENDPOINTS): boolean {
  const endpoints: readonly Endpoint[] = ENDPOINTS[kind]
  return endpoints.includes(endpoint) || (kind === 'wire' && assertion !== null)
}

interface Comparison {
  readonly kind: string
  readonly compare: (item: WireItem, request: Exchange, where: string) => Differences
}

function listDifferences(
  items: readonly WireItem[],
  requests: readonly Exchange[],
  { kind, compare }: Comparison,
): Differences {
  if (items.length !== requests.length) {
    return [{ where: kind, expected: count(items.length), received: count(requests.length) }]
  }
  return requests.flatMap((request, index) =>
    compare(items[index] ?? {}, request, memberPath(kind, index)),
  )
}

function quantifiedDifferences(
  { count: amount, each, some }: Exclude<WireExpectation, readonly WireItem[]>,
  requests: readonly Exchange[],
  { kind, compare }: Comparison,
): Differences {
  return [
    ...(amount === undefined ? [] : countDifferences(amount, requests.length, kind)),
    ...(each
      ? (requests
          .map((request, index) => compare(each, request, memberPath(kind, index)))
          .find((found) => found.length > 0) ?? [])
      : []),
    ...(some ? someDifferences(some, requests, { kind, compare }) : []),
  ]
}

function countDifferences(pattern: Pattern, received: number, kind: string): Differences {
  if (typeof pattern !== 'number') {
    return match(pattern, received, kind).map(({ where, expected }) => ({
      where,
      expected: /\b1$/.test(expected) ? `${expected} request` : `${expected} requests`,
      received: count(received),
    }))
  }
  return pattern === received
    ? []
    : [{ where: kind, expected: count(pattern), received: count(received) }]
}

function someDifferences(
  item: WireItem,
  requests: readonly Exchange[],
  { kind, compare }: Comparison,
): Differences {
  const found = requests.map((request, index) => compare(item, request, memberPath(kind, index)))
  const [nearest] = found.toSorted((one, other) => one.length - other.length)
  if (nearest) return nearest
  return [
    { where: kind, expected: shorten(`a request like ${renderValue(item)}`), received: count(0) },
  ]
}

function itemDifferences(
  { at, ...members }: WireItem,
  exchange: Exchange,
  seen: { readonly where: string; readonly at: number },
): Differences {
  const view = viewOf(exchange)
  return [
    ...Object.entries(members).flatMap(([name, pattern]) =>
      pattern === undefined
        ? []
        : match(pattern, view[name as keyof typeof members], memberPath(seen.where, name)),
    ),
    ...(at === undefined ? [] : secondsDifferences(at, seen.at, memberPath(seen.where, 'at'))),
  ]
}

function viewOf(exchange: Exchange): Record<Exclude<keyof WireItem, 'at'>, unknown> {
  const { request, tenant, client, resource, assertion, answer } = exchange
  const { method, scheme, host, path, query, headers, form, doubled } = request
  return {
    method,
    scheme,
    host,
    path,
    tenant,
    client,
    resource,
    query,
    headers,
    form,
    doubled,
    assertion,
    answer: answer.kind === 'response' ? answer.status : answer.kind,
  }
}

function count(requests: number): string {
  return requests === 1 ? '1 request' : `${requests} requests`
}
