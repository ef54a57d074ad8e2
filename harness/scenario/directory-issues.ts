import type { Json, ReplyTarget } from '../../mock-authority/reply.ts'
import type { FileIssue } from '../describe-issues.ts'
import { didYouMean } from '../did-you-mean.ts'
import { expectationsOf } from './expectations-of.ts'
import type { FileStep, ScenarioFile, WireExpectation, WireItem } from './schema.ts'

type Path = readonly PropertyKey[]

/** A place where a file names a tenant or a resource of the directory. */
interface Mention {
  readonly what: 'tenant' | 'resource'
  readonly name: string
  readonly path: Path
}

/** Tenants and resources that are named and that the directory of the scenario does not have. */
export function directoryIssues(file: ScenarioFile): readonly FileIssue[] {
  const { tenants = [], resources = [], reply = [] } = file.given?.authority ?? {}
  const known = { tenant: ['home', ...tenants], resource: ['api', 'graph', ...resources] }
  const mentions = [
    ...replyMentions(reply, ['given', 'authority', 'reply']),
    ...file.steps.flatMap(stepMentions),
  ]
  return mentions
    .filter(({ what, name }) => !known[what].includes(name))
    .map(({ what, name, path }) => ({
      path,
      part: 'value',
      message: unknown(what, name, known[what]),
    }))
}

function unknown(what: Mention['what'], name: string, known: readonly string[]): string {
  const names = [...new Set(known)]
  const hint = didYouMean(name, names)
  const list = names.join(', ')
  return `"${name}" is no ${what} of this scenario (${list})${hint || `; list it under given.authority.${what}s`}`
}

function replyMentions(replies: readonly ReplyTarget[], path: Path): readonly Mention[] {
  return replies.flatMap(({ tenant, resource }) => [
    ...mention('tenant', tenant, path),
    ...mention('resource', resource, path),
  ])
}

function stepMentions(step: FileStep, index: number): readonly Mention[] {
  return [
    ...inputMentions(step, ['steps', index, step.do]),
    ...expectationsOf(step, index).flatMap(({ token, wires }) => [
      ...(token ? patternMentions(token.expect, token.path) : []),
      ...wires.flatMap(({ expect, path }) => wireMentions(expect, path)),
    ]),
  ]
}

function inputMentions(step: FileStep, path: Path): readonly Mention[] {
  if (step.do === 'callApi') return mention('resource', step.input.resource, [...path, 'resource'])
  if (step.do !== 'authority') return []
  switch (step.input.change) {
    case 'disable':
    case 'enable':
      return mention('tenant', step.input.tenant, [...path, step.input.change])
    case 'reply':
      return replyMentions(step.input.replies, [...path, 'reply'])
    case 'revoke':
    case 'rotate-keys':
      return []
  }
}

function wireMentions(expect: WireExpectation, path: Path): readonly Mention[] {
  return wireItems(expect).flatMap(([item, inner]) => patternMentions(item, [...path, ...inner]))
}

function wireItems(expect: WireExpectation): readonly (readonly [WireItem, Path])[] {
  if (Array.isArray(expect)) return expect.map((item, n) => [item, [n]] as const)
  const { each, some } = expect
  return [
    ...(each ? [[each, ['each']] as const] : []),
    ...(some ? [[some, ['some']] as const] : []),
  ]
}

function patternMentions(
  { tenant, resource }: { tenant?: Json | undefined; resource?: Json | undefined },
  path: Path,
): readonly Mention[] {
  return [
    ...texts(tenant).flatMap((name) => mention('tenant', name, [...path, 'tenant'])),
    ...texts(resource).flatMap((name) => mention('resource', name, [...path, 'resource'])),
  ]
}

/** The names that a pattern compares with: itself, and the items of `$oneOf`. */
function texts(pattern: Json | undefined): readonly string[] {
  if (typeof pattern === 'string') return [pattern]
  if (typeof pattern !== 'object' || pattern === null || Array.isArray(pattern)) return []
  const { $oneOf, $not } = pattern as Readonly<Record<string, Json>>
  return [
    ...(Array.isArray($oneOf) ? ($oneOf as readonly Json[]).flatMap(texts) : []),
    ...texts($not),
  ]
}

function mention(what: Mention['what'], name: string | undefined, path: Path): readonly Mention[] {
  return name === undefined ? [] : [{ what, name, path }]
}
