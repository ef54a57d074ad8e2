/** 3661.5 is `01:01:01.500`: virtual seconds since a scenario began, as a clock shows them. */
export function clockTime(seconds: number): string {
  const milliseconds = Math.round(seconds * 1000)
  const whole = Math.floor(milliseconds / 1000)
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  const rest = milliseconds % 1000
  const fraction = rest === 0 ? '' : `.${String(rest).padStart(3, '0')}`
  return parts.map((part) => String(part).padStart(2, '0')).join(':') + fraction
}

/** 7530 is `2h 5m`: a length of virtual time, in its two largest units. */
export function roughTime(seconds: number): string {
  const units = [
    ['d', 86_400],
    ['h', 3600],
    ['m', 60],
    ['s', 1],
  ] as const
  const parts = units.map(([unit, size], index) => {
    const above = units[index - 1]?.[1] ?? Number.POSITIVE_INFINITY
    return { unit, amount: Math.floor((seconds % above) / size) }
  })
  const shown = parts.filter(({ amount }) => amount > 0).slice(0, 2)
  return shown.length === 0 ? '0s' : shown.map(({ unit, amount }) => `${amount}${unit}`).join(' ')
}

/** 412 is `412ms`, 1234 is `1.23s`. */
export function realTime(milliseconds: number): string {
  return milliseconds < 1000
    ? `${Math.round(milliseconds)}ms`
    : `${(milliseconds / 1000).toFixed(2)}s`
}
