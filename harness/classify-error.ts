import type { ErrorKind } from './subject.ts'

/** What a caller may do after an error, by the names that the Azure SDKs give their errors. */
const KINDS: Readonly<Record<string, ErrorKind>> = {
  AuthenticationError: 'authentication-failed',
  AuthenticationRequiredError: 'authentication-failed',
  AggregateAuthenticationError: 'authentication-failed',
  CredentialUnavailableError: 'unavailable',
  AbortError: 'aborted',
  TypeError: 'invalid-request',
  RangeError: 'invalid-request',
  ClientConfigurationError: 'invalid-request',
}

/** The default of `Subject.classifyError`: reads `error.name`. */
export function classifyError(error: unknown): ErrorKind {
  if (typeof error !== 'object' || error === null || !('name' in error)) return 'other'
  return (
    (typeof error.name === 'string' && Object.hasOwn(KINDS, error.name) && KINDS[error.name]) ||
    'other'
  )
}
