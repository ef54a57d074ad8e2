import FakeTimers from '@sinonjs/fake-timers'
import { expect, test } from 'vitest'
import { advance, settle, type Stage } from './settle.ts'

// The real ones: the stage below plays with a clock of its own.
const { setImmediate, setTimeout } = globalThis

function createStage(overrides: Partial<Stage> = {}): Stage {
  return {
    clock: FakeTimers.createClock(0),
    busy: () => false,
    turn: () => new Promise((resolve) => void setImmediate(resolve)),
    realNow: () => performance.now(),
    raise: () => {},
    ...overrides,
  }
}

test('a wait of two minutes costs no real time', async () => {
  const stage = createStage()
  const work = new Promise((resolve) => void stage.clock.setTimeout(resolve, 120_000))
  expect(await settle(work, stage)).toBe('settled')
  expect(stage.clock.now).toBe(120_000)
})

test('no timer fires while the authority is still answering', async () => {
  let inFlight = 1
  const stage = createStage({ busy: () => inFlight > 0 })
  const timeout = new Promise(
    (resolve) => void stage.clock.setTimeout(() => resolve('timeout'), 10_000),
  )
  const answer = new Promise((resolve) => {
    // Real work that takes many turns of the loop, as an RSA signature does.
    setTimeout(() => {
      inFlight = 0
      resolve('answer')
    }, 20)
  })
  const race = Promise.race([timeout, answer])
  await settle(race, stage)
  expect(await race).toBe('answer')
  expect(stage.clock.now).toBe(0)
})

test('a call that nothing can end is given up', async () => {
  expect(await settle(new Promise(() => {}), createStage())).toBe('never')
})

test('a call that waits for hours behind an interval is given up', async () => {
  const stage = createStage()
  stage.clock.setInterval(() => {}, 600_000)
  expect(await settle(new Promise(() => {}), stage)).toBe('never')
})

test('work that rejects has settled', async () => {
  expect(await settle(Promise.reject(new Error('no')), createStage())).toBe('settled')
})

test('what falls due on the way happens at its own time', async () => {
  const stage = createStage()
  const seen: number[] = []
  const seeTwice = async () => {
    await new Promise((resolve) => void setImmediate(resolve))
    seen.push(stage.clock.now)
    stage.clock.setTimeout(() => seen.push(stage.clock.now), 1000)
  }
  stage.clock.setTimeout(() => void seeTwice(), 5000)
  await advance(3_600_000, stage)
  expect(seen).toEqual([5000, 6000])
  expect(stage.clock.now).toBe(3_600_000)
})
