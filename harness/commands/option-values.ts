import { InvalidArgumentError } from 'commander'

/** An option that may be repeated. */
export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value]
}

/** The value of `--fail-on`. */
export function failOn(value: string): string {
  if (value === 'must' || value === 'should') return value
  throw new InvalidArgumentError('It is must or should.')
}

/** A number of at most nine digits. */
export function wholeNumber(value: string): number {
  if (/^\d{1,9}$/.test(value)) return Number(value)
  throw new InvalidArgumentError('It is a whole number.')
}

/** A number of things that are to be there at once. */
export function positive(value: string): number {
  const number = wholeNumber(value)
  if (number > 0 && number <= 64) return number
  throw new InvalidArgumentError('It is a whole number from 1 to 64.')
}
