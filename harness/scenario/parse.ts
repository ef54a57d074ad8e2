import { refuse } from '../decode-yaml.ts'
import { describeIssues, type FileIssue } from '../describe-issues.ts'
import { readYaml, type YamlSource, type YamlText } from '../read-yaml.ts'
import { checkIssues } from './check-issues.ts'
import { directoryIssues } from './directory-issues.ts'
import { nameIssues } from './name-issues.ts'
import { readQuickly } from './read-quickly.ts'
import type { CheckSpec, Scenario } from './scenario.ts'
import { type FileStep, type ScenarioFile, scenarioFile, type Step } from './schema.ts'
import { stepWordIssues } from './step-words.ts'

/** Reads one scenario file. Throws a HarnessError with one line, `file:line:column: …`, for each thing that is wrong. */
export function parseScenario(file: string, id: string, text: string): Scenario {
  const decoded = decode({ file, text, code: 'bad-scenario' })
  return {
    id,
    file,
    title: decoded.title,
    why: decoded.why,
    needs: decoded.needs ?? [],
    situation: { given: decoded.given ?? {}, steps: decoded.steps.map(withoutExpectations) },
    checks: decoded.steps.flatMap(checksOf),
  }
}

function decode(source: YamlSource): ScenarioFile {
  const yaml = readYaml(source)
  const quick = readQuickly(yaml.value)
  if (quick) return withMeaning(quick, yaml, source)
  const decoded = scenarioFile.safeParse(yaml.value)
  const words = stepWordIssues(yaml.value)
  if (!decoded.success) {
    const shape = describeIssues(decoded.error, scenarioFile, yaml.value)
    return refuse([...words, ...shape.filter((issue) => !isCovered(issue, words))], yaml, source)
  }
  return withMeaning(decoded.data, yaml, source)
}

function withMeaning(file: ScenarioFile, yaml: YamlText, source: YamlSource): ScenarioFile {
  const meaning = [nameIssues, directoryIssues, checkIssues].flatMap((find) => find(file))
  return meaning.length > 0 ? refuse(meaning, yaml, source) : file
}

/** A step of which nobody knows what it does has no other faults yet; a word that is refused is refused once. */
function isCovered({ path }: FileIssue, words: readonly FileIssue[]): boolean {
  return words.some((word) =>
    word.path.length <= 3
      ? path[0] === 'steps' && path[1] === word.path[1]
      : word.path.join('.') === path.join('.'),
  )
}

function withoutExpectations({ expect: _expect, ...step }: FileStep): Step {
  return step
}

function checksOf({ expect }: FileStep, index: number): readonly CheckSpec[] {
  return Object.entries(expect).map(([name, check]) => ({
    name,
    step: index + 1,
    requirement: check.req ?? null,
    expect: check,
  }))
}
