import { CALLS } from './generated.ts'

/** What was timed, in milliseconds, several times each. */
export interface Timings {
  readonly emptyNode: readonly number[]
  readonly firstScenario: readonly number[]
  /** `durationMs` of the generated scenarios, by id. */
  readonly scenarios: ReadonlyMap<string, number>
}

export interface Figure {
  readonly what: string
  readonly value: number
  readonly unit: '×' | 'ms'
  readonly target: number
}

/** The three figures that the project promises, each from timings of the same run. */
export function figuresOf({ emptyNode, firstScenario, scenarios }: Timings): readonly Figure[] {
  const of = (name: string) =>
    median([...scenarios].filter(([id]) => id.startsWith(`bench/${name}-`)).map(([, ms]) => ms))
  return [
    {
      what: 'start to first scenario, against an empty Node',
      value: median(firstScenario) / median(emptyNode),
      unit: '×',
      target: 20,
    },
    {
      what: 'one getToken of the reference, with its request',
      value: (of('many-calls') - of('one-call')) / (CALLS - 1),
      unit: 'ms',
      target: 10,
    },
    {
      what: '24 h of virtual time, against 1 s of it',
      value: of('a-day') / of('a-second'),
      unit: '×',
      target: 2,
    },
  ]
}

/** The middle one; of an even count the upper of the two. Throws where nothing was measured. */
export function median(values: readonly number[]): number {
  const middle = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
  if (middle === undefined) throw new RangeError('nothing was measured')
  return middle
}

/** The figures as a table, with what was promised beside what was measured. */
export function renderFigures(figures: readonly Figure[]): string {
  const width = Math.max(...figures.map(({ what }) => what.length))
  return figures
    .map(({ what, value, unit, target }) => {
      const measured = `${value.toFixed(2)} ${unit}`.padStart(9)
      const verdict = value <= target ? 'met' : 'MISSED'
      return `${what.padEnd(width)}  ${measured}  target ≤ ${target} ${unit}  ${verdict}\n`
    })
    .join('')
}
