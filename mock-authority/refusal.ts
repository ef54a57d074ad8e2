import type { AadstsCode } from './aadsts.ts'

/** What the placeholders of a message stand for. */
export type Facts = Readonly<Record<string, string>>

/** The protocol says no. Thrown by validators, and made a response in one place. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: AadstsCode
  readonly facts: Facts

  constructor(code: AadstsCode, facts: Facts = {}) {
    super(`AADSTS${code}`)
    this.code = code
    this.facts = facts
  }
}
