import type { Labels } from '../../mock-authority/labels.ts'
import type { AssertionCall } from '../scenario/schema.ts'
import type { AssertionContext } from '../subject.ts'

type SignKind = Extract<AssertionCall, { sign: unknown }>['sign']

export interface AssertionSource {
  readonly getAssertion: (context?: AssertionContext) => Promise<string>
  /** How often the callback was called so far. */
  calls(): number
}

export interface AssertionTools {
  readonly labels: Labels
  sign(kind: SignKind, n: number): Promise<string>
  sleep(seconds: number): Promise<void>
  /** Calls the credential under test again, from within the callback. */
  reenter(scopes: readonly string[]): Promise<unknown>
}

/** The assertion callback of a scenario. Call by call it does what the script says; the last entry repeats. */
export function createAssertionSource(
  script: readonly AssertionCall[],
  tools: AssertionTools,
): AssertionSource {
  let calls = 0
  return {
    calls: () => calls,
    getAssertion: async (context) => {
      calls += 1
      const n = calls
      const entry = script[Math.min(n, script.length) - 1] ?? { sign: 'valid' as const }
      return await play(entry, n, tools, context?.abortSignal)
    },
  }
}

async function play(
  entry: AssertionCall,
  n: number,
  tools: AssertionTools,
  signal?: AbortSignal,
): Promise<string> {
  if ('hang' in entry) return await until(signal)
  if ('delay' in entry && entry.delay) await tools.sleep(entry.delay)
  if ('throws' in entry) throw new Error(entry.throws)
  // A scenario may return what no assertion is; the type of the callback cannot say so.
  if ('returns' in entry) return entry.returns as string
  if ('reenter' in entry) await tools.reenter(entry.reenter.scopes)
  const value =
    'value' in entry ? entry.value : await tools.sign('sign' in entry ? entry.sign : 'valid', n)
  if (value !== '') tools.labels.name(value, `<assertion#${n}>`)
  return value
}

function until(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    const stop = (): void => reject(signal?.reason as Error)
    if (signal?.aborted) stop()
    else signal?.addEventListener('abort', stop, { once: true })
  })
}
