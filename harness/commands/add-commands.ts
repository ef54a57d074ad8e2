import type { Command } from 'commander'
import type { ExitCode } from '../../reports/events.ts'
import { DEFAULT_SEED } from '../again.ts'
import { collect, failOn, positive, wholeNumber } from './option-values.ts'
import type { RunFlags } from './run-flags.ts'
import type { Terminal } from './terminal.ts'

/** Adds every command to the program. The code of a command is loaded when it is called, so that start-up is quick. */
export function addCommands(
  program: Command,
  terminal: Terminal,
  exitWith: (code: ExitCode) => void,
): void {
  for (const add of [addRun, addSmoke, addList, addExplain, addLint, addSelftest]) {
    add(program, terminal, exitWith)
  }
}

type Add = (program: Command, terminal: Terminal, exitWith: (code: ExitCode) => void) => void

/** The suite is too short to keep more children busy. */
const MOST_JOBS = 4

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
    .option(
      '--jobs <n>',
      'child processes at once (default: the number of cores, at most 4)',
      positive,
      Math.min(terminal.cores, MOST_JOBS),
    )
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
