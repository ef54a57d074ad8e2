import { createPlayer } from '../child/supervisor.ts'
import { DEFAULT_SEED } from '../again.ts'
import { printable } from '../../reports/escape.ts'
import type { ExitCode } from '../../reports/events.ts'
import type { Player } from '../player.ts'
import type { Probe } from '../smoke.ts'
import { createPaint } from './paint.ts'
import { DEFAULT_SUBJECT } from './run.ts'
import type { Command, Terminal } from './terminal.ts'

/** What `smoke` is asked for. */
export interface SmokeFlags {
  readonly subject: readonly string[]
}

/** Proves that subjects can be measured at all, one line for each probe. */
export const smoke: Command<SmokeFlags> = async ({ subject }, terminal) => {
  const connections = subject.length > 0 ? subject : [DEFAULT_SUBJECT]
  const exits: ExitCode[] = []
  for (const connection of new Set(connections)) {
    const player = createPlayer(connection, terminal.cwd)
    try {
      exits.push(await smokeOne(connection, player, terminal))
    } finally {
      await player.stop()
    }
  }
  return exits.find((exit) => exit === 2) ?? exits.find((exit) => exit === 1) ?? 0
}

async function smokeOne(key: string, player: Player, terminal: Terminal): Promise<ExitCode> {
  const [{ probe }, { loadProbes }] = await Promise.all([
    import('../smoke.ts'),
    import('./probe-files.ts'),
  ])
  const started = await player.started
  const paint = createPaint(terminal.colours)
  if ('unusable' in started) {
    terminal.answer(printable(`${key}: ${started.unusable.message}`) + '\n')
    return 2
  }
  const { facts } = started
  const selected = loadProbes(terminal.cwd)
  const probes = await probe({ player, facts, selected, seed: DEFAULT_SEED })
  const title = `${facts.name} ${facts.version} (${facts.language}) · clock: ${facts.clock}`
  const lines = [printable(title), ...probes.map((one) => probeLine(one, paint))]
  terminal.answer(`${lines.join('\n')}\n`)
  return exitOf(probes)
}

function probeLine(probe: Probe, paint: ReturnType<typeof createPaint>): string {
  const { name, verdict, message, fix } = probe
  switch (verdict) {
    case 'pass':
      return ` ${paint.good('✓')} ${name}`
    case 'n/a':
      return ` ${paint.dim('–')} ${name}  n/a: ${printable(message)}`
    case 'fail':
    case 'error':
    case 'not-run':
      return ` ${paint.bad('✗')} ${name}  ${printable(message)}${fix === '' ? '' : `\n     ${fix}`}`
  }
}

function exitOf(probes: readonly Probe[]): ExitCode {
  if (probes.some(({ verdict }) => verdict === 'fail')) return 1
  return probes.some(({ verdict }) => verdict === 'error' || verdict === 'not-run') ? 2 : 0
}
