import { describeStep } from './describe-step.ts'
import { didYouMean } from './did-you-mean.ts'
import { HarnessError } from './harness-error.ts'
import type { Requirement } from './requirements.ts'
import type { CheckSpec, Scenario } from './scenario/scenario.ts'

/** All that can be explained. */
export interface Explainable {
  readonly scenarios: readonly Scenario[]
  readonly requirements: ReadonlyMap<string, Requirement>
}

/** Says in words what a scenario, one of its checks, or a requirement claims. Throws a HarnessError for an unknown word. */
export function explainText(address: string, suite: Explainable): string {
  const requirement = suite.requirements.get(address.toUpperCase())
  if (requirement) return requirementText(requirement, suite.scenarios)
  const [id = '', name] = address
    .replace(/^scenarios\//, '')
    .replace(/\.ya?ml(?=:|$)/, '')
    .split(':')
  const scenario = suite.scenarios.find((one) => one.id === id)
  const checks = scenario?.checks.filter((check) => name === undefined || check.name === name)
  if (!scenario || !checks || checks.length === 0) throw unknown(address, suite)
  return scenarioText(scenario, checks, suite.requirements)
}

function unknown(address: string, { scenarios, requirements }: Explainable): HarnessError {
  const known = [
    ...requirements.keys(),
    ...scenarios.map(({ id }) => id),
    ...scenarios.flatMap(({ id, checks }) => checks.map(({ name }) => `${id}:${name}`)),
  ]
  const suggestion = didYouMean(address, known) || '; touchstone list names all of them'
  return new HarnessError(
    'bad-usage',
    `"${address}" is no scenario, no check and no requirement${suggestion}`,
  )
}

function requirementText(requirement: Requirement, scenarios: readonly Scenario[]): string {
  const { id, level, statement, excluded } = requirement
  const checks = scenarios.flatMap((scenario) =>
    scenario.checks
      .filter((check) => check.requirement === id)
      .map((check) => `  ${scenario.id}:${check.name}`),
  )
  const enforced = excluded === undefined ? 'no check enforces it' : `excluded: ${excluded}`
  return lines([
    `${id}  ${level}`,
    statement,
    sourceText(requirement),
    '',
    ...(checks.length > 0 ? ['checks', ...checks] : [enforced]),
  ])
}

function scenarioText(
  scenario: Scenario,
  checks: readonly CheckSpec[],
  requirements: ReadonlyMap<string, Requirement>,
): string {
  const { id, file, title, why, needs, situation } = scenario
  return lines([
    `${id}  ${file}`,
    title,
    ...(why === undefined ? [] : [why]),
    ...(needs.length > 0 ? [`needs: ${needs.join(', ')}`] : []),
    '',
    ...situation.steps.flatMap((step, index) => [
      `  ${String(index + 1).padStart(2)}  ${describeStep(step)}`,
      ...checks
        .filter((check) => check.step === index + 1)
        .flatMap((check) => checkText(check, requirements)),
    ]),
  ])
}

function checkText(
  { name, requirement }: CheckSpec,
  requirements: ReadonlyMap<string, Requirement>,
): readonly string[] {
  if (requirement === null) return [`      - ${name}  precondition: it tests the mock`]
  const row = requirements.get(requirement)
  if (!row) return [`      - ${name}  ${requirement}, which no registry file has`]
  return [
    `      - ${name}  ${row.level} ${requirement}`,
    `        "${row.statement}"`,
    `        ${sourceText(row)}`,
  ]
}

function sourceText({ source, grade, date }: Requirement): string {
  return `source ${source} · grade ${grade}${date === undefined ? '' : `, ${date}`}`
}

function lines(texts: readonly string[]): string {
  return `${texts.join('\n')}\n`
}
