import type { Clock } from '@sinonjs/fake-timers'

/** How virtual time is played. All durations are milliseconds. */
export interface Stage {
  readonly clock: Clock
  /** Whether real work is under way that no virtual timer stands for: requests, crypto, files. */
  busy(): boolean
  /** One turn of the event loop. */
  turn(): Promise<void>
  /** Real time. */
  realNow(): number
  /** Hears what a timer of the subject threw. */
  raise(error: unknown): void
}

export type Ending = 'settled' | 'never'

/** The loop has to be quiet for so many turns before time moves: below five, timers overtook answers (measured). */
const QUIET_TURNS = 10
/** A call that no timer and no work can end is given up after so much real time and so many turns of nothing. */
const IDLE_MS = 150
const IDLE_TURNS = 500
/** A call that waits longer than this on the virtual clock will not settle. */
const LIMIT_MS = 4 * 3_600_000
/** More timers than this in one wait are a loop that polls. */
const MOST_TIMERS = 200_000

/** Plays time until `work` is done: the next timer fires only when nothing else happens. */
export async function settle(work: Promise<unknown>, stage: Stage): Promise<Ending> {
  const deadline = stage.clock.now + LIMIT_MS
  let done = false
  const finish = (): void => {
    done = true
  }
  work.then(finish, finish)
  for (let fired = 0; fired < MOST_TIMERS;) {
    await quiet(stage, () => done)
    if (done) return 'settled'
    if (stage.clock.countTimers() === 0) {
      if (!(await stirs(stage, () => done))) return 'never'
    } else {
      fired += 1
      await fireNext(stage)
      if (stage.clock.now > deadline) return 'never'
    }
  }
  return 'never'
}

/** Lets everything happen that can happen without time. */
export async function quiet(stage: Stage, until: () => boolean = () => false): Promise<void> {
  for (let turns = 0; turns < QUIET_TURNS && !until();) {
    await stage.turn()
    turns = stage.busy() ? 0 : turns + 1
  }
}

/** Waits in real time whether anything moves at all. */
async function stirs(stage: Stage, done: () => boolean): Promise<boolean> {
  const start = stage.realNow()
  for (let turns = 0; turns < IDLE_TURNS || stage.realNow() - start < IDLE_MS; turns += 1) {
    await stage.turn()
    if (done() || stage.busy() || stage.clock.countTimers() > 0) return true
  }
  return false
}

async function fireNext(stage: Stage): Promise<void> {
  try {
    await stage.clock.nextAsync()
  } catch (error) {
    stage.raise(error)
  }
}

/** Moves the clock, and lets what falls due on the way happen at its own time. `never`: timers beget timers without end. */
export async function advance(ms: number, stage: Stage): Promise<'arrived' | 'never'> {
  let arrived = false
  stage.clock.setTimeout(() => {
    arrived = true
  }, ms)
  await quiet(stage)
  for (let fired = 0; !arrived; fired += 1) {
    if (fired > MOST_TIMERS) return 'never'
    await fireNext(stage)
    await quiet(stage)
  }
  return 'arrived'
}
