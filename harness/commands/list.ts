import { listJson, listText } from '../list-text.ts'
import { selectChecks } from '../select.ts'
import { loadSuite, shownSelectors } from './suite-files.ts'
import type { Command } from './terminal.ts'

/** What `list` is asked for. */
export interface ListFlags {
  readonly selectors: readonly string[]
  readonly scenarios: readonly string[]
  readonly json?: true
}

/** Names the checks that a selection holds. */
export const list: Command<ListFlags> = async ({ selectors, scenarios, json }, terminal) => {
  const suite = loadSuite(scenarios, terminal.cwd, selectors)
  const shown = shownSelectors(selectors, terminal.cwd)
  const listed = selectChecks(suite.scenarios, shown).flatMap(({ scenario, checks }) =>
    checks.map((check) => ({ scenario, check })),
  )
  const render = json ? listJson : listText
  terminal.answer(render(listed, suite.requirements))
  return listed.length > 0 ? 0 : 4
}
