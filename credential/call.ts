import type { GetTokenOptions } from '@azure/core-auth'
import type { Patience } from './patience.ts'
import type { Rules } from './rules.ts'
import type { Settings } from './settings.ts'
import type { TokenQuestion } from './token-cache.ts'

/** What is acquired: the token for a question, and for these claims. */
export interface Wish {
  readonly question: TokenQuestion
  /** As the caller wrote them; undefined where there are none. */
  readonly claims: string | undefined
}

/** One call of `getToken`, read. */
export interface Call extends Wish {
  readonly patience: Patience
}

/** Reads what a caller asks for. Throws where it can be refused without asking anybody. */
export function readCall(
  scopes: string | readonly string[],
  options: GetTokenOptions,
  settings: Settings,
  rules: Rules,
): Call {
  const { tenantId: own, allowedTenants: allowed } = settings
  return {
    question: {
      scopes: rules.readScopes(scopes),
      tenantId: rules.resolveTenant({ own, requested: options.tenantId, allowed }),
      enableCae: options.enableCae ?? false,
    },
    claims: rules.readClaims(options.claims),
    patience: {
      signal: options.abortSignal, // As in the pipeline of the Azure SDK, 0 is no timeout.
      timeoutMs: readTimeout(options.requestOptions?.timeout) || undefined,
    },
  }
}

function readTimeout(timeoutMs: number | undefined): number | undefined {
  if (timeoutMs === undefined || !(timeoutMs < 0)) return timeoutMs
  throw new RangeError('requestOptions.timeout: expected milliseconds, received a negative number')
}
