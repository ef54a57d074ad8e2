import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { figuresOf, renderFigures } from './figures.ts'
import { generatedScenarios } from './generated.ts'

const ROUNDS = 7

const root = fileURLToPath(new URL('../..', import.meta.url))
const bin = join(root, 'harness/bin/touchstone.js')
const folder = mkdtempSync(join(tmpdir(), 'touchstone-bench-'))

try {
  writeScenarios()
  const emptyNode: number[] = []
  const firstScenario: number[] = []
  for (let round = 1; round <= ROUNDS; round += 1) {
    emptyNode.push(timeEmptyNode())
    firstScenario.push(timeFirstScenario(`start-${round}`))
  }
  process.stdout.write(
    renderFigures(figuresOf({ emptyNode, firstScenario, scenarios: timeScenarios() })),
  )
} catch (error) {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function writeScenarios(): void {
  for (const [id, text] of generatedScenarios()) {
    const file = join(folder, 'scenarios', `${id}.yaml`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
}

function timeEmptyNode(): number {
  const started = performance.now()
  spawnSync(process.execPath, ['-e', '0'])
  return performance.now() - started
}

/** From the start of the process, in a run of the whole suite, to the moment at which the first scenario begins to be played. */
function timeFirstScenario(out: string): number {
  return Math.min(...play([], out).map(({ beganMs }) => beganMs))
}

function timeScenarios(): ReadonlyMap<string, number> {
  const played = play(['bench', '--scenarios', join(folder, 'scenarios')], 'all')
  return new Map(played.map(({ id, durationMs }) => [id, durationMs]))
}

interface Played {
  readonly id: string
  readonly beganMs: number
  readonly durationMs: number
}

/** Runs Touchstone on the reference, and reads its scenarios from its report. */
function play(argv: readonly string[], out: string): readonly Played[] {
  const args = [bin, 'run', ...argv, '--out', join(folder, out)]
  const run = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (run.status !== 0)
    throw new Error(`touchstone ended with ${run.status}\n${run.stdout}${run.stderr}`)
  const lines = readFileSync(join(folder, out, 'events.ndjson'), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => JSON.parse(line)).filter(({ t }) => t === 'scenario')
}
