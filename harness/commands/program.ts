import { Command, CommanderError, InvalidArgumentError } from 'commander'
import type { ExitCode } from '../../reports/events.ts'
import { DEFAULT_SEED } from '../again.ts'
import { HarnessError } from '../harness-error.ts'
import { TOOL_VERSION } from './tool-version.ts'
import type { Terminal } from './terminal.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** Reads the command line, runs the command it names, and says with which code the process is to end. */
export async function runProgram(
  argv: readonly string[],
  terminal: Terminal,
  environment: Environment,
): Promise<ExitCode> {
  let exit: ExitCode = 0
  const program = createProgram(terminal, (code) => (exit = code))
  try {
    await program.parseAsync(argv, { from: 'user' })
    return exit
  } catch (error) {
    return failureExit(error, terminal, environment)
  }
}

/** Says in one place what went wrong. Nothing but a HarnessError is expected here. */
function failureExit(error: unknown, terminal: Terminal, environment: Environment): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 3
  if (error instanceof HarnessError) {
    terminal.talk(`${error.message}\n`)
    return error.code === 'environment' ? 2 : 3
  }
  if (environment['TOUCHSTONE_DEBUG'] === '1' && error instanceof Error) {
    terminal.talk(`${error.stack ?? error.message}\n`)
    return 2
  }
  const message = (error instanceof Error ? error.message : String(error)).split('\n')[0]
  terminal.talk(
    `touchstone: internal error: ${message}; run with TOUCHSTONE_DEBUG=1 for the stack\n`,
  )
  return 2
}

function createProgram(terminal: Terminal, exitWith: (code: ExitCode) => void): Command {
  const program = new Command('touchstone')
    .description(
      'Tells whether a Microsoft Entra TokenCredential is correct: offline, in virtual time.',
    )
    .version(TOOL_VERSION)
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: terminal.answer,
      writeErr: terminal.talk,
      outputError: (text, write) => write(commanderMessage(text)),
    })
    .exitOverride()
  addRun(program, terminal, exitWith)
  addSmoke(program, terminal, exitWith)
  addList(program, terminal, exitWith)
  addExplain(program, terminal, exitWith)
  addLint(program, terminal, exitWith)
  addSelftest(program, terminal, exitWith)
  return program
}

/** Commander says `error: …` and puts its suggestion on a line of its own. */
function commanderMessage(text: string): string {
  const line = text.replace(/^error: /, '').trimEnd()
  return `touchstone: ${line.replace(/\n\(Did you mean (.*?)\?\)$/s, '; did you mean "$1"?')}\n`
}

type Add = (program: Command, terminal: Terminal, exitWith: (code: ExitCode) => void) => void

const addRun: Add = (program, terminal, exitWith) => {
  withScenarios(withSubjects(program.command('run')))
    .description('plays scenarios on a credential and says which requirements hold')
    .argument('[selector...]', 'area, area/situation, area/situation:check, or a file')
    .option('--baseline <file>', 'the known failures, each with a reason and an expiry')
    .option(
      '--fail-on <level>',
      'must or should: which failures make the exit code red',
      failOn,
      'must',
    )
    .option('--seed <n>', 'decides every id of the mock authority', wholeNumber, DEFAULT_SEED)
    .option('--json', 'one JSON document on stdout, and nothing else')
    .option('--out <dir>', 'where the report goes (default: reports/out)')
    .option('--jobs <n>', 'child processes at once', positive, 1)
    .option('--trace', 'draws the wire of every scenario')
    .option('--quiet', 'failures and sums only')
    .option('--verbose', 'every check')
    .option('--no-color', 'no colours')
    .action(async (selectors: string[], options: Omit<RunFlags, 'selectors'>) => {
      const { run } = await import('./run.ts')
      exitWith(await run({ ...options, selectors }, terminal))
    })
}

const addSmoke: Add = (program, terminal, exitWith) => {
  withSubjects(program.command('smoke'))
    .description('proves that a subject can be measured at all, before anything is judged')
    .action(async (options: { readonly subject: readonly string[] }) => {
      const { smoke } = await import('./smoke.ts')
      exitWith(await smoke(options, terminal))
    })
}

const addList: Add = (program, terminal, exitWith) => {
  withScenarios(program.command('list'))
    .description('names the checks')
    .argument('[selector...]', 'area, area/situation, area/situation:check, or a file')
    .option('--json', 'one JSON document')
    .action(async (selectors: string[], options: { readonly scenarios: string[]; json?: true }) => {
      const { list } = await import('./list.ts')
      exitWith(await list({ ...options, selectors }, terminal))
    })
}

const addExplain: Add = (program, terminal, exitWith) => {
  withScenarios(program.command('explain'))
    .description('says what a scenario, a check or a requirement claims, and why')
    .argument(
      '<address>',
      'area/situation, area/situation:check, or a requirement such as CACHE-12',
    )
    .action(async (address: string, options: { readonly scenarios: string[] }) => {
      const { explain } = await import('./explain.ts')
      exitWith(await explain({ ...options, address }, terminal))
    })
}

const addLint: Add = (program, terminal, exitWith) => {
  withScenarios(program.command('lint'))
    .description('looks for mistakes in scenario files and in the registry of requirements')
    .argument('[file...]', 'default: all of them')
    .action(async (files: string[], options: { readonly scenarios: string[] }) => {
      const { lint } = await import('./lint.ts')
      exitWith(await lint({ ...options, files }, terminal))
    })
}

const addSelftest: Add = (program, terminal, exitWith) => {
  program
    .command('selftest')
    .description('plays the suite on deliberately broken credentials, and counts which it catches')
    .option('--jobs <n>', 'credentials at once (default: the number of cores)', positive)
    .option('--seed <n>', 'decides every id of the mock authority', wholeNumber, DEFAULT_SEED)
    .option('--json', 'one JSON document')
    .action(async (options: { readonly jobs?: number; readonly seed: number; json?: true }) => {
      const { selftest } = await import('./selftest.ts')
      exitWith(await selftest(options, terminal))
    })
}

/** What `run` is asked for. */
export interface RunFlags {
  readonly selectors: readonly string[]
  readonly subject: readonly string[]
  readonly scenarios: readonly string[]
  readonly baseline?: string
  readonly failOn: 'must' | 'should'
  readonly seed: number
  readonly json?: true
  readonly out?: string
  readonly jobs: number
  readonly trace?: true
  readonly quiet?: true
  readonly verbose?: true
  readonly color: boolean
}

function withSubjects(command: Command): Command {
  return command.option(
    '--subject <connection>',
    'the credential under test: a module such as ./my-credential.ts, npm:@azure/identity, or builtin:reference; may be repeated (default: builtin:reference)',
    collect,
    [],
  )
}

function withScenarios(command: Command): Command {
  return command.option(
    '--scenarios <dir>',
    'scenarios beside the built-in ones; may be repeated',
    collect,
    [],
  )
}

function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value]
}

function failOn(value: string): string {
  if (value === 'must' || value === 'should') return value
  throw new InvalidArgumentError('It is must or should.')
}

function wholeNumber(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value)
  throw new InvalidArgumentError('It is a whole number.')
}

function positive(value: string): number {
  const number = wholeNumber(value)
  if (number > 0 && number <= 64) return number
  throw new InvalidArgumentError('It is a whole number from 1 to 64.')
}
