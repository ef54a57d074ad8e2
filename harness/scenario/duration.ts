const UNIT_SECONDS = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 } as const

const DURATION = /^(\d+)(ms|s|m|h|d)$/

/** `55m` is 3300: seconds of a duration as scenario files write it; undefined when it is none. */
export function readDuration(text: string): number | undefined {
  const match = DURATION.exec(text)
  if (!match) return undefined
  const [, amount, unit] = match
  return Number(amount) * UNIT_SECONDS[unit as keyof typeof UNIT_SECONDS]
}

/** 3300 is `55m`: the largest unit that leaves no rest. */
export function renderDuration(seconds: number): string {
  if (seconds === 0) return '0s'
  for (const unit of ['d', 'h', 'm', 's'] as const) {
    const amount = seconds / UNIT_SECONDS[unit]
    if (Number.isInteger(amount)) return `${amount}${unit}`
  }
  return seconds > 1 ? `${Number(seconds.toFixed(3))}s` : `${Math.round(seconds * 1000)}ms`
}
