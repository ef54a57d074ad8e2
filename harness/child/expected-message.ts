import type { ChildMessage } from './messages.ts'

/** What the parent knows of its child when a message comes. */
export interface Listening {
  readonly loading: boolean
  /** The step that was begun last, and how many were told; null while nothing is played. */
  readonly play: { readonly step: number; readonly told: number } | null
}

/** Whether the child itself can have said this now. A subject may find the channel; what it says there comes out of order. */
export function isExpected(
  message: unknown,
  { loading, play }: Listening,
): message is ChildMessage {
  if (!isObject(message)) return false
  switch (message['say']) {
    case 'alive':
      return true
    case 'loaded':
    case 'unusable':
      return loading
    case 'begins':
      return play !== null && message['step'] === play.told + 1
    case 'step': {
      const observed = message['observed']
      const n = isObject(observed) ? observed['step'] : undefined
      return play !== null && n === play.step && n === play.told + 1
    }
    case 'played':
      return play !== null && isObject(message['rest'])
    default:
      return false
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
