import type { AccessToken, GetTokenOptions } from '@azure/core-auth'
import { standardFoundation } from './foundation.ts'
import type { HttpAnswer, Send } from './http.ts'
import { readJsonObject } from './refusal.ts'
import { rules, type Rules } from './rules.ts'
import reference, {
  createReference,
  type Credential,
  type CredentialConfig,
  type Subject,
} from './subject.ts'

/** A credential with one deliberate fault, which a suite has to find. Nothing but its behaviour gives it away. */
export interface Mutant extends Subject {
  /** The requirement that it breaks. */
  readonly breaks: string
}

export type GetToken = (
  scopes: string | string[],
  options?: GetTokenOptions,
) => Promise<AccessToken | null>

/** A fault of the whole. */
export function breakCredential(breaks: string, create: Subject['create']): Mutant {
  return { ...reference, breaks, create }
}

/** A fault in one decision. The change is made anew for each credential, so that it may remember. */
export function breakRules(breaks: string, change: () => Partial<Rules>): Mutant {
  return breakCredential(breaks, (config) => createWithRules(config, change()))
}

/** A fault in what is sent or received. */
export function breakWire(
  breaks: string,
  change: (send: Send, config: CredentialConfig) => Send,
): Mutant {
  return breakCredential(breaks, (config) =>
    createReference(config, {
      ...standardFoundation,
      openTransport: (dispatcher) => {
        const transport = standardFoundation.openTransport(dispatcher)
        return { ...transport, send: change(transport.send, config) }
      },
    }),
  )
}

/** A fault in what the constructor makes of its arguments. */
export function breakConfig(
  breaks: string,
  change: (config: CredentialConfig) => CredentialConfig,
): Mutant {
  return breakCredential(breaks, (config) => createReference(change(config)))
}

/** A fault at the surface. */
export function breakCalls(
  breaks: string,
  change: (getToken: GetToken, config: CredentialConfig) => GetToken,
): Mutant {
  return breakCredential(breaks, (config) => wrapCalls(createReference(config), config, change))
}

/** A fault in what a caller sees of an error. */
export function breakErrors(breaks: string, change: (error: unknown) => unknown): Mutant {
  return breakCalls(breaks, (getToken) => async (scopes, options) => {
    try {
      return await getToken(scopes, options)
    } catch (error) {
      throw change(error)
    }
  })
}

/** The reference with other rules. */
export function createWithRules(config: CredentialConfig, change: Partial<Rules>): Credential {
  return createReference(config, { ...standardFoundation, rules: { ...rules, ...change } })
}

/** A credential whose `getToken` is another, and which is otherwise the same. */
export function wrapCalls(
  credential: Credential,
  config: CredentialConfig,
  change: (getToken: GetToken, config: CredentialConfig) => GetToken,
): Credential {
  const getToken: GetToken = (scopes, options) => credential.getToken(scopes, options)
  return { getToken: change(getToken, config), close: async () => await credential.close?.() }
}

/** Changes the members of a JSON answer; leaves every other answer alone. */
export function amendAnswer(
  answer: HttpAnswer,
  change: (body: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>,
): HttpAnswer {
  const body = readJsonObject(answer.text)
  return body ? { ...answer, text: JSON.stringify(change(body)) } : answer
}

/** The same error with other words, in its stack as well. */
export function reword(error: unknown, change: (message: string) => string): unknown {
  if (!(error instanceof Error)) return error
  const message = change(error.message)
  return Object.assign(error, { message, stack: `${error.name}: ${message}` })
}
