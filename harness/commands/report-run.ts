import { renderConsole } from '../../reports/console.ts'
import type { ExitCode, ReportEvent, RunEvent } from '../../reports/events.ts'
import { renderJson } from '../../reports/json.ts'
import { againCommand } from '../again.ts'
import { gate } from '../gate.ts'
import { playAhead } from '../play-ahead.ts'
import { playSubject } from '../play-subject.ts'
import type { Player } from '../player.ts'
import { createReportLog, type ReportLog } from '../report-log.ts'
import { type GatedResult, standingOf } from '../standing.ts'
import { createPaint } from './paint.ts'
import { type Prepared, prepareRun } from './prepare-run.ts'
import type { RunFlags } from './run-flags.ts'
import { createProgress } from './progress.ts'
import { openReportFile } from './report-file.ts'
import { namedPaths } from './suite-files.ts'
import type { Terminal } from './terminal.ts'
import { TOOL } from './tool-version.ts'

/** The subjects of a run by their connection strings, already loading. */
export type Players = ReadonlyMap<string, Player>

/** Plays everything, writes the report while it happens, and prints the answer. */
export async function reportRun(
  flags: RunFlags,
  players: Players,
  terminal: Terminal,
): Promise<ExitCode> {
  const started = terminal.now()
  // From the beginning: the subject plays before all files are read.
  const interruption = listenForInterrupt(terminal)
  const eager = new Map([...players].map(([key, player]) => [key, playAhead(player, flags.seed)]))
  const prepared = await prepareRun(flags, terminal, (scenario) => {
    for (const player of eager.values()) player.begin(scenario)
  })
  const file = openReportFile(flags.out, terminal)
  const log = createReportLog(file.append)
  log.emit([runEvent(flags, started, terminal)])
  const gated: GatedResult[] = []
  const ended = await interruption.until(
    playAll(eager, { ...prepared, flags, gated, log, terminal }),
  )
  const { exit, notes } = gate(gated, prepared.rules)
  log.emit(notes.map(baselineNote))
  log.seal({
    t: 'end',
    exit: ended === 'interrupted' ? 130 : exit,
    durationMs: terminal.now().getTime() - started.getTime(),
    incomplete: ended === 'interrupted',
  })
  file.close()
  terminal.answer(render(log.events, flags, file.name, terminal))
  return ended === 'interrupted' ? 130 : exit
}

interface Playing extends Prepared {
  readonly flags: RunFlags
  /** Filled while the run goes on, for the gate. */
  readonly gated: GatedResult[]
  readonly log: ReportLog
  readonly terminal: Terminal
}

async function playAll(players: Players, playing: Playing): Promise<void> {
  const { flags, terminal, log, gated, selected, probes, requirements, rules } = playing
  const { seed, quiet } = flags
  const scenarios = [
    ...flags.scenarios,
    ...namedPaths(flags.scenarios, terminal.cwd, flags.selectors),
  ]
  const watched = terminal.watched && quiet === undefined
  const progress = createProgress(selected.length * players.size, { ...terminal, watched })
  for (const [key, player] of players) {
    const again = (address: string) => againCommand(address, { subject: key, seed, scenarios })
    const context = { requirements, again }
    const standingsOf = (results: readonly GatedResult[]) => {
      gated.push(...results)
      return results.map((result) => standingOf(result, rules))
    }
    await playSubject({ key, player, selected, probes, seed, context, standingsOf }, (events) => {
      log.emit(events)
      if (events.some(({ t }) => t === 'scenario')) progress.step()
    })
  }
  progress.clear()
}

interface Interruption {
  /** What was played until then is reported; a subject that hangs cannot keep the user waiting. */
  until(work: Promise<void>): Promise<'complete' | 'interrupted'>
}

function listenForInterrupt({ onInterrupt }: Terminal): Interruption {
  const interrupted = Promise.withResolvers<'interrupted'>()
  const stopListening = onInterrupt(() => interrupted.resolve('interrupted'))
  return {
    until: async (work) => {
      try {
        return await Promise.race([work.then(() => 'complete' as const), interrupted.promise])
      } finally {
        stopListening()
      }
    },
  }
}

function runEvent({ seed }: RunFlags, started: Date, { argv }: Terminal): RunEvent {
  return { t: 'run', v: 1, tool: TOOL, seed, started: started.toISOString(), argv }
}

function baselineNote(text: string): ReportEvent {
  return { t: 'note', scenario: null, subject: null, from: 'baseline', text }
}

function render(
  events: readonly ReportEvent[],
  flags: RunFlags,
  reportFile: string | null,
  { colours }: Terminal,
): string {
  if (flags.json) return renderJson(events)
  const detail = flags.quiet ? 'quiet' : flags.verbose ? 'verbose' : 'normal'
  return renderConsole(events, {
    paint: createPaint(colours && flags.color),
    detail,
    trace: flags.trace ?? false,
    reportFile,
    hint: flags.subject.length + flags.selectors.length > 0 ? null : HINT,
  })
}

const HINT =
  'This was the built-in reference. For your own credential: npx touchstone run --subject ./my-credential.ts'
