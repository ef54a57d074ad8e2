import { createProcessTerminal } from './commands/process-terminal.ts'
import { runProgram } from './commands/program.ts'

// Set, not exit: what was written is still on its way to a pipe.
process.exitCode = await runProgram(process.argv.slice(2), createProcessTerminal(), process.env)
