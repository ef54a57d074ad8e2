import { explainText } from '../explain-text.ts'
import { loadSuite } from './suite-files.ts'
import type { Command } from './terminal.ts'

/** What `explain` is asked for. */
export interface ExplainFlags {
  readonly address: string
  readonly scenarios: readonly string[]
}

/** Says what a scenario, a check or a requirement claims, and why. */
export const explain: Command<ExplainFlags> = async ({ address, scenarios }, terminal) => {
  terminal.answer(explainText(address, loadSuite(scenarios, terminal.cwd)))
  return 0
}
