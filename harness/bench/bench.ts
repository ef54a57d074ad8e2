import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { figuresOf, renderFigures } from './figures.ts'
import { generatedScenarios } from './generated.ts'

const ROUNDS = 7
const PATIENCE_MS = 60_000

const root = fileURLToPath(new URL('../..', import.meta.url))
const bin = join(root, 'harness/bin/touchstone.js')
const folder = mkdtempSync(join(tmpdir(), 'touchstone-bench-'))

try {
  writeScenarios()
  const emptyNode: number[] = []
  const firstScenario: number[] = []
  for (let round = 1; round <= ROUNDS; round += 1) {
    emptyNode.push(timeEmptyNode())
    firstScenario.push(await timeFirstScenario(`start-${round}`))
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

/** From the start of a run of the whole suite to the moment at which its report holds a scenario. */
async function timeFirstScenario(out: string): Promise<number> {
  const started = performance.now()
  const child = spawn(process.execPath, [bin, 'run', '--out', join(folder, out)], {
    stdio: 'ignore',
  })
  const ended = new Promise((resolve) => child.once('close', resolve))
  while (!eventsOf(out).includes('"t":"scenario"')) {
    if (performance.now() - started > PATIENCE_MS) throw new Error('no scenario in a minute')
    await pause(1)
  }
  const took = performance.now() - started
  child.kill('SIGINT')
  await ended
  return took
}

function timeScenarios(): ReadonlyMap<string, number> {
  const scenarios = join(folder, 'scenarios')
  const args = [bin, 'run', 'bench', '--scenarios', scenarios, '--out', join(folder, 'all')]
  const run = spawnSync(process.execPath, args, { encoding: 'utf8' })
  if (run.status !== 0)
    throw new Error(`touchstone ended with ${run.status}\n${run.stdout}${run.stderr}`)
  const events = eventsOf('all')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
  return new Map(
    events.filter(({ t }) => t === 'scenario').map(({ id, durationMs }) => [id, durationMs]),
  )
}

function eventsOf(out: string): string {
  const file = join(folder, out, 'events.ndjson')
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
