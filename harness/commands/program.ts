import { Command, CommanderError } from 'commander'
import type { ExitCode } from '../../reports/events.ts'
import { HarnessError } from '../harness-error.ts'
import { addCommands } from './add-commands.ts'
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
  addCommands(program, terminal, exitWith)
  return program
}

/** Commander says `error: …` and puts its suggestion on a line of its own. */
function commanderMessage(text: string): string {
  const line = text.replace(/^error: /, '').trimEnd()
  return `touchstone: ${line.replace(/\n\(Did you mean (.*?)\?\)$/s, '; did you mean "$1"?')}\n`
}
