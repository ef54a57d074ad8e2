import type { Blame, DifferenceText } from '../reports/events.ts'

/** What became of one check. `fail` always says where it differs: a red line without a reason cannot be written. */
export type Verdict =
  | { readonly verdict: 'pass' }
  | {
      readonly verdict: 'fail'
      readonly blame: Blame
      readonly differences: readonly [DifferenceText, ...DifferenceText[]]
      /** The scenario ended here: what no credential may do, whatever the check is worth. */
      readonly incident?: true
    }
  | { readonly verdict: 'error'; readonly blame: Blame; readonly message: string }
  | { readonly verdict: 'n/a' | 'not-run'; readonly reason: string }
