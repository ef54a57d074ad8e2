import { readFileSync } from 'node:fs'
import { relative, resolve, sep } from 'node:path'
import { didYouMean } from '../did-you-mean.ts'
import { HarnessError } from '../harness-error.ts'
import { type Finding, type LintInput, lintSuite } from '../lint.ts'
import { renderScenarioSchema } from '../scenario/json-schema.ts'
import { readTexts, SCENARIO_SCHEMA } from '../scenario/load.ts'
import { loadSuite, type Suite } from './suite-files.ts'
import type { Command } from './terminal.ts'

/** What `lint` is asked for. */
export interface LintFlags {
  readonly files: readonly string[]
  readonly scenarios: readonly string[]
}

/** Looks for what can be read and is wrong all the same: one line for each finding, in some files or in all. */
export const lint: Command<LintFlags> = async ({ files, scenarios }, { cwd, answer }) => {
  const input = lintInput(loadSuite(scenarios, cwd, files), cwd)
  const known = [...input.texts.keys(), input.schema.file]
  const wanted = files.map((file) => knownFile(file, known, cwd))
  const findings = lintSuite(input).filter(
    ({ file }) => wanted.length === 0 || wanted.includes(file),
  )
  answer(findings.map(findingLine).join('') + sumLine(findings, wanted.length || known.length))
  return findings.length === 0 ? 0 : 3
}

function lintInput({ scenarios, requirements }: Suite, cwd: string): LintInput {
  const files = [...scenarios, ...requirements.values()].map(({ file }) => file)
  return {
    scenarios,
    requirements,
    texts: readTexts([...new Set(files)], cwd),
    schema: {
      file: shown(SCENARIO_SCHEMA, cwd),
      text: readFileSync(SCENARIO_SCHEMA, 'utf8'),
      current: renderScenarioSchema(),
    },
  }
}

/** A file as findings name it; a relative path is one from here. */
function knownFile(file: string, known: readonly string[], cwd: string): string {
  const name = shown(resolve(cwd, file), cwd)
  if (known.includes(name)) return name
  throw new HarnessError(
    'bad-usage',
    `"${file}" is no scenario and no registry file${didYouMean(name, known)}`,
  )
}

function shown(path: string, cwd: string): string {
  return relative(cwd, path).split(sep).join('/')
}

function findingLine({ place, message }: Finding): string {
  return `${place}: ${message}\n`
}

function sumLine(findings: readonly Finding[], files: number): string {
  const count = findings.length === 1 ? '1 finding' : `${findings.length} findings`
  return `${count} in ${files} ${files === 1 ? 'file' : 'files'}\n`
}
