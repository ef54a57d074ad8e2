import { didYouMean } from './did-you-mean.ts'
import { readYaml, type YamlPath } from './read-yaml.ts'
import type { Requirement } from './requirements.ts'
import { references } from './scenario/references.ts'
import { namedResults } from './scenario/results.ts'
import type { CheckSpec, Scenario } from './scenario/scenario.ts'
import type { FileStep, Step } from './scenario/schema.ts'

/** Something that can be read and played, and is wrong all the same. */
export interface Finding {
  readonly file: string
  /** `file:line:column` */
  readonly place: string
  readonly message: string
}

/** The files that are looked at. */
export interface LintInput {
  readonly scenarios: readonly Scenario[]
  readonly requirements: ReadonlyMap<string, Requirement>
  /** The texts of scenarios and registry files, by `file`. */
  readonly texts: ReadonlyMap<string, string>
  /** The generated schema as it is, and as it is to be. */
  readonly schema: { readonly file: string; readonly text: string; readonly current: string }
}

/** What is found in scenario files, the registry and the generated schema, file by file. Pure. */
export function lintSuite({
  scenarios,
  requirements,
  texts,
  schema,
}: LintInput): readonly Finding[] {
  const enforced = new Set(scenarios.flatMap(({ checks }) => checks.map((one) => one.requirement)))
  const marks = [
    ...scenarios.flatMap((scenario) => scenarioMarks(scenario, requirements)),
    ...[...requirements.values()].flatMap((row) => registryMarks(row, enforced)),
  ]
  return [...placed(marks, texts), ...schemaFindings(schema)]
}

/** The checks of scenarios whose requirement nobody has written down: nobody could say what they are worth. */
export function unknownRequirements(
  scenarios: readonly Scenario[],
  requirements: ReadonlyMap<string, Requirement>,
  readTexts: (files: readonly string[]) => ReadonlyMap<string, string>,
): readonly Finding[] {
  const marks = scenarios.flatMap(({ checks, file }) =>
    checks.flatMap((check) => requirementMarks(check, file, requirements)),
  )
  return marks.length === 0 ? [] : placed(marks, readTexts(marks.map(({ file }) => file)))
}

/** A finding whose place is not looked up yet. */
interface Mark {
  readonly file: string
  readonly path: YamlPath
  readonly part: 'key' | 'value'
  readonly message: string
}

function placed(marks: readonly Mark[], texts: ReadonlyMap<string, string>): readonly Finding[] {
  return [...Map.groupBy(marks, ({ file }) => file)].flatMap(([file, group]) => {
    const yaml = readYaml({ file, text: texts.get(file) ?? '', code: 'bad-scenario' })
    return group.map(({ path, part, message }) => ({
      file,
      place: yaml.place(path, part),
      message,
    }))
  })
}

function scenarioMarks(
  scenario: Scenario,
  requirements: ReadonlyMap<string, Requirement>,
): readonly Mark[] {
  const { file, title, checks } = scenario
  const titles = titleFaults(title, scenario).map((message) => ({
    file,
    path: ['title'],
    part: 'value' as const,
    message,
  }))
  const nothing: Mark = {
    file,
    path: ['steps'],
    part: 'key',
    message: 'no step has a check; give one "expect"',
  }
  return [
    ...titles,
    ...(checks.length === 0 ? [nothing] : []),
    ...checks.flatMap((check) => requirementMarks(check, file, requirements)),
    ...unusedNames(scenario),
  ]
}

function titleFaults(title: string, { id }: Scenario): readonly string[] {
  const faults: readonly (readonly [boolean, string])[] = [
    [!/^["'(]?\p{Lu}/u.test(title), 'begins like a sentence'],
    [/[.!?]\s+\p{Lu}|\.$/u.test(title), 'is one sentence, without a full stop'],
    [/\b[A-Z]+-\d\d\b/.test(title) || title.includes(id), 'names no id; the path and "req" do'],
    [
      (title.match(/\band\b/g) ?? []).length > 1,
      'says "and" once at most; else it is two scenarios',
    ],
  ]
  return faults.flatMap(([found, right]) => (found ? [`a title ${right}`] : []))
}

function requirementMarks(
  { name, step, requirement }: CheckSpec,
  file: string,
  requirements: ReadonlyMap<string, Requirement>,
): readonly Mark[] {
  if (requirement === null || requirements.has(requirement)) return []
  const hint = didYouMean(requirement, [...requirements.keys()])
  const path = ['steps', step - 1, 'expect', name, 'req']
  const message = `"${requirement}" is in no registry file${hint || '; give it a row in requirements/'}`
  return [{ file, path, part: 'value', message }]
}

function unusedNames(scenario: Scenario): readonly Mark[] {
  const { file, situation } = scenario
  const used = new Set(
    fileSteps(scenario).flatMap((step, index) => references(step, index).map(({ name }) => name)),
  )
  return namedResults(situation.steps)
    .filter(({ name }) => !used.has(name))
    .map(({ name, begun }) => ({
      file,
      path: ['steps', begun - 1, 'as'],
      part: 'key',
      message: `no step and no check uses "${name}"; leave "as" out`,
    }))
}

/** The steps as the file has them, with their checks. */
function fileSteps({ situation, checks }: Scenario): readonly FileStep[] {
  return situation.steps.map((step, index) => {
    const own = checks.filter((check) => check.step === index + 1)
    return withChecks(step, Object.fromEntries(own.map(({ name, expect }) => [name, expect])))
  })
}

function withChecks(step: Step, expect: FileStep['expect']): FileStep {
  return { ...step, expect }
}

function registryMarks(
  { id, file, excluded }: Requirement,
  enforced: ReadonlySet<string | null>,
): readonly Mark[] {
  if (enforced.has(id)) {
    const message = `"${id}" is excluded, and a check enforces it; leave "excluded" out`
    return excluded === undefined ? [] : [{ file, path: [id, 'excluded'], part: 'key', message }]
  }
  const message = `no check enforces "${id}"; write one, or say under "excluded" why there is none`
  return excluded === undefined ? [{ file, path: [id], part: 'key', message }] : []
}

function schemaFindings({ file, text, current }: LintInput['schema']): readonly Finding[] {
  if (text === current) return []
  const message = 'is not that of the program; "npm run schema" writes it'
  return [{ file, place: `${file}:1:1`, message }]
}
