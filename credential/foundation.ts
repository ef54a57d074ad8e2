import { systemWorld, type World } from './clock.ts'
import { openTransport } from './http.ts'
import { rules, type Rules } from './rules.ts'

/** What a credential rests on. Other than the standard only in tests and in mutants. */
export interface Foundation {
  readonly rules: Rules
  readonly world: World
  readonly openTransport: typeof openTransport
}

/** The right rules, the real world, and HTTP. */
export const standardFoundation: Foundation = { rules, world: systemWorld, openTransport }
