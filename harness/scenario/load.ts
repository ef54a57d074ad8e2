import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { HarnessError, type HarnessErrorCode } from '../harness-error.ts'
import { readRequirements, type Requirement } from '../requirements.ts'
import { parseScenario } from './parse.ts'
import type { Scenario } from './scenario.ts'

/** The folder of the scenarios that come with the program. */
export const BUILT_IN_SCENARIOS = fileURLToPath(new URL('../../scenarios/', import.meta.url))

/** The generated schema of scenario files. */
export const SCENARIO_SCHEMA = join(BUILT_IN_SCENARIOS, 'scenario.schema.json')

/** Folders beside the scenarios that hold something else. */
const NOT_SCENARIOS = ['requirements', 'profiles', 'fixtures']

/** Reads scenario folders and files, sorted by id. Throws one HarnessError for all that is wrong in any of them. */
export function loadScenarios(paths: readonly string[], cwd: string): readonly Scenario[] {
  const files = paths.flatMap((path) => scenarioFiles(path, cwd))
  return sortedById(readAll(files, (file) => readScenario(file, cwd)))
}

/** The same, giving the loop back now and then; `each` hears of a scenario as soon as it is read. */
export async function streamScenarios(
  paths: readonly string[],
  cwd: string,
  each: (scenario: Scenario) => void,
): Promise<readonly Scenario[]> {
  const reading = createReading<Scenario>()
  const files = paths.flatMap((path) => scenarioFiles(path, cwd))
  for (const [index, file] of files.entries()) {
    for (const scenario of reading.read(() => readScenario(file, cwd))) each(scenario)
    if (index % FILES_IN_A_TURN === 0) await new Promise((resolve) => void setImmediate(resolve))
  }
  return sortedById(reading.finish())
}

const FILES_IN_A_TURN = 4

function readScenario({ path, id }: ScenarioPath, cwd: string): Scenario {
  return parseScenario(shown(path, cwd), id, readFileSync(path, 'utf8'))
}

function sortedById(scenarios: readonly Scenario[]): readonly Scenario[] {
  const sorted = scenarios.toSorted((one, other) => (one.id < other.id ? -1 : 1))
  refuseDoubledIds(sorted)
  return sorted
}

/** Reads the requirements of scenario folders, by id. Throws one HarnessError for all that is wrong in any of them. */
export function loadRequirements(
  folders: readonly string[],
  cwd: string,
): ReadonlyMap<string, Requirement> {
  const files = folders
    .map((folder) => resolve(cwd, folder, 'requirements'))
    .filter((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    .flatMap(yamlFiles)
  const rows = readAll(files, (path) =>
    readRequirements(shown(path, cwd), readFileSync(path, 'utf8')),
  ).flat()
  refuseDoubledRequirements(rows)
  return new Map(rows.map((row) => [row.id, row]))
}

/** The texts of files, by the name they are shown by. */
export function readTexts(files: readonly string[], cwd: string): ReadonlyMap<string, string> {
  return new Map(files.map((file) => [file, readFileSync(resolve(cwd, file), 'utf8')]))
}

interface ScenarioPath {
  readonly path: string
  readonly id: string
}

function scenarioFiles(given: string, cwd: string): readonly ScenarioPath[] {
  const root = resolve(cwd, given)
  const found = statSync(root, { throwIfNoEntry: false })
  if (!found) {
    throw new HarnessError(
      'bad-usage',
      `${given}: is not there; a folder or file of scenarios would be right`,
    )
  }
  if (!found.isDirectory()) return [withId(root)]
  const areas = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !NOT_SCENARIOS.includes(entry.name))
    .map((entry) => join(root, entry.name))
  return [root, ...areas].flatMap(yamlFiles).map(withId)
}

/** The id is the path: the name of the folder, and that of the file without its ending. */
function withId(path: string): ScenarioPath {
  return { path, id: `${basename(dirname(path))}/${basename(path).replace(/\.ya?ml$/, '')}` }
}

function yamlFiles(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name))
    .toSorted()
    .map((name) => join(folder, name))
}

function shown(path: string, cwd: string): string {
  return relative(cwd, path).split(sep).join('/')
}

/** Reads every file even where one is bad, so that all faults are seen at once. */
function readAll<File, Read>(files: readonly File[], read: (file: File) => Read): readonly Read[] {
  const reading = createReading<Read>()
  for (const file of files) reading.read(() => read(file))
  return reading.finish()
}

interface Reading<Read> {
  /** What was read; nothing where the file is bad. */
  read(file: () => Read): readonly Read[]
  /** Everything that was read. Throws one HarnessError for all that was bad. */
  finish(): readonly Read[]
}

function createReading<Read>(): Reading<Read> {
  const good: Read[] = []
  const bad: HarnessError[] = []
  return {
    read: (file) => {
      try {
        const read = file()
        good.push(read)
        return [read]
      } catch (error) {
        if (!(error instanceof HarnessError)) throw error
        bad.push(error)
        return []
      }
    },
    finish: () => {
      const [first] = bad
      if (!first) return good
      throw new HarnessError(first.code, bad.map(({ message }) => message).join('\n'))
    },
  }
}

function refuseDoubledIds(sorted: readonly Scenario[]): void {
  refuseDoubled(sorted, 'bad-scenario', 'another folder or file name would be right')
}

function refuseDoubledRequirements(rows: readonly Requirement[]): void {
  refuseDoubled(rows, 'bad-requirement', 'an id is given once')
}

function refuseDoubled(
  list: readonly { readonly id: string; readonly file: string }[],
  code: HarnessErrorCode,
  right: string,
): void {
  const first = new Map<string, string>()
  const problems = list.flatMap(({ id, file }) => {
    const earlier = first.get(id)
    first.set(id, earlier ?? file)
    return earlier === undefined ? [] : [`${file}: "${id}" is also in ${earlier}; ${right}`]
  })
  if (problems.length > 0) throw new HarnessError(code, problems.join('\n'))
}
