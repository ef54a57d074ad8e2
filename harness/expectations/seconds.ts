import { renderDuration } from '../scenario/duration.ts'
import type { SecondsExpectation } from '../scenario/schema.ts'
import type { Differences } from './context.ts'

/** Half a millisecond: platforms count in milliseconds, and sums of fractions are not exact. */
const TOLERANCE_SECONDS = 0.0005

/** Compares a length of time. */
export function secondsDifferences(
  expect: SecondsExpectation,
  seconds: number | null,
  where: string,
): Differences {
  if (seconds !== null && fits(expect, seconds)) return []
  return [{ where, expected: describe(expect), received: renderSeconds(seconds) }]
}

/** `3599s`, `55m`, `12.5s`; `none` for null. */
export function renderSeconds(seconds: number | null): string {
  if (seconds === null) return 'none'
  if (!Number.isFinite(seconds)) return String(seconds)
  return seconds < 0 ? `-${renderDuration(-seconds)}` : renderDuration(seconds)
}

function fits(expect: SecondsExpectation, seconds: number): boolean {
  if (typeof expect === 'number') return Math.abs(seconds - expect) <= TOLERANCE_SECONDS
  const { $gte = -Infinity, $lte = Infinity } = expect
  return seconds >= $gte - TOLERANCE_SECONDS && seconds <= $lte + TOLERANCE_SECONDS
}

function describe(expect: SecondsExpectation): string {
  if (typeof expect === 'number') return renderSeconds(expect)
  const { $gte, $lte } = expect
  const bounds = [
    ...($gte === undefined ? [] : [`at least ${renderSeconds($gte)}`]),
    ...($lte === undefined ? [] : [`at most ${renderSeconds($lte)}`]),
  ]
  return bounds.join(' and ')
}
