export type HarnessErrorCode =
  | 'bad-usage'
  | 'bad-scenario'
  | 'bad-requirement'
  | 'bad-baseline'
  | 'bad-subject'
  | 'environment'

/** The harness could not do its work. Never thrown because a subject is wrong: that is a verdict. */
export class HarnessError extends Error {
  override readonly name = 'HarnessError'
  readonly code: HarnessErrorCode

  constructor(code: HarnessErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
