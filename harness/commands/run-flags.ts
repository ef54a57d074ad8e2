/** What `run` is asked for. */
export interface RunFlags {
  readonly selectors: readonly string[]
  readonly subject: readonly string[]
  readonly scenarios: readonly string[]
  readonly baseline?: string
  readonly failOn: 'must' | 'should'
  readonly seed: number
  readonly json?: true
  readonly out?: string
  readonly jobs: number
  readonly trace?: true
  readonly quiet?: true
  readonly verbose?: true
  readonly color: boolean
}
