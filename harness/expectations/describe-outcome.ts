import type { Outcome } from '../observation.ts'
import { renderValue, shorten } from '../render-value.ts'

/** How a call ended, in one line. */
export function describeOutcome(outcome: Outcome): string {
  switch (outcome.outcome) {
    case 'token':
      return outcome.token.label
    case 'error':
      return shorten(`error ${outcome.error.name} ${renderValue(outcome.error.message)}`)
    case 'done':
      return 'no error'
    case 'garbage':
      return shorten(outcome.received)
  }
}
