import { shorten } from '../reports/escape.ts'
import { messageOf } from './message-of.ts'
import type { Observation } from './observation.ts'
import { type ScenarioResult, playSuite, type SuitePlay } from './play-suite.ts'
import type { Verdict } from './verdict.ts'

/** What one probe found out about whether a subject can be measured. */
export interface Probe {
  /** What is true when it passes: `clock moves`. */
  readonly name: string
  readonly verdict: Verdict['verdict']
  /** One line; empty when it passed. */
  readonly message: string
  /** What to do when it fails; empty behind the first failure, since one often leads to the next. */
  readonly fix: string
}

/** Plays the probes, each a scenario, and adds the one that looks at the network of all of them. */
export async function probe(play: SuitePlay): Promise<readonly Probe[]> {
  const found: ScenarioResult[] = []
  await playSuite(play, (result) => found.push(result))
  const probes = [
    ...found.flatMap(probesOf),
    networkProbe(found.map(({ observation }) => observation)),
  ]
  const first = probes.find(isBroken)
  return probes.map((one) => (isBroken(one) && one !== first ? { ...one, fix: '' } : one))
}

/** Whether a probe was played and did not pass. */
export function isBroken({ verdict }: Probe): boolean {
  return verdict !== 'pass' && verdict !== 'n/a'
}

/** One line about a probe that did not pass: what was found, and how to mend it. */
export function probeText({ name, message, fix }: Probe): string {
  return `smoke: "${name}" fails: ${[shorten(message, 140), fix].filter((part) => part !== '').join('. ')}`
}

function probesOf({ scenario, results }: ScenarioResult): readonly Probe[] {
  return results.map(({ check, verdict }) => ({
    name: check.name.replaceAll('-', ' '),
    verdict: verdict.verdict,
    message: verdict.verdict === 'pass' ? '' : messageOf(verdict),
    fix: scenario.why ?? '',
  }))
}

function networkProbe(observations: readonly (Observation | null)[]): Probe {
  const [first] = observations.flatMap((observation) => observation?.unserved ?? [])
  return {
    name: 'nothing else is reached',
    verdict: first === undefined ? 'pass' : 'fail',
    message: first === undefined ? '' : `refused: ${first}`,
    fix: 'The subject may speak to the hosts of Entra and to the resource only; give it the authorityHost of its config, and switch telemetry and probes of other hosts off.',
  }
}
