import type { AssertionFacts } from '../exchange.ts'
import { type ParsedAssertion, parseAssertion } from './parse.ts'
import { checkSignature } from './trusted-keys.ts'

/** A client assertion as it came, judged by nothing but its signature. */
export interface ReceivedAssertion {
  readonly text: string
  readonly parsed: ParsedAssertion | undefined
  readonly signature: AssertionFacts['signature']
}

/** Takes an assertion apart, and tries its signature. */
export async function receiveAssertion(text: string): Promise<ReceivedAssertion> {
  const parsed = parseAssertion(text)
  return { text, parsed, signature: parsed ? await checkSignature(parsed) : 'unknown' }
}

/** What may be kept of an assertion. */
export function assertionFacts(
  { parsed, signature }: ReceivedAssertion,
  label: string,
): AssertionFacts {
  return { label, header: parsed?.header ?? null, claims: parsed?.claims ?? null, signature }
}
