import type { GetTokenOptions } from '@azure/core-auth'
import type { World } from './clock.ts'
import { AbortError, NetworkError } from './errors.ts'

/** How long somebody waits for something. */
export interface Patience {
  readonly signal?: GetTokenOptions['abortSignal'] | undefined
  readonly timeoutMs?: number | undefined
}

/** Settles as `work` does, or rejects as soon as the signal fires or the time is up. Leaves no timer and no listener behind. */
export function waitFor<T>(work: Promise<T>, patience: Patience, world: World): Promise<T> {
  const { signal, timeoutMs } = patience
  return new Promise((resolve, reject) => {
    const stop = (): void => settle(() => reject(new AbortError()))
    const cancel =
      timeoutMs === undefined
        ? undefined
        : world.after(timeoutMs, () => settle(() => reject(timedOut(timeoutMs))))
    const settle = (then: () => void): void => {
      cancel?.()
      signal?.removeEventListener('abort', stop)
      then()
    }
    work.then(
      (value) => settle(() => resolve(value)),
      (error: unknown) => settle(() => reject(error)),
    )
    signal?.addEventListener('abort', stop)
    if (signal?.aborted) stop()
  })
}

/** Resolves after so many milliseconds, or rejects as soon as the signal fires. */
export async function sleep(ms: number, signal: AbortSignal, world: World): Promise<void> {
  let cancel = (): void => {}
  const slept = new Promise<void>((resolve) => {
    cancel = world.after(ms, resolve)
  })
  try {
    await waitFor(slept, { signal }, world)
  } finally {
    cancel()
  }
}

function timedOut(timeoutMs: number): NetworkError {
  return new NetworkError(`no answer within ${timeoutMs} ms`, 'ETIMEDOUT')
}
