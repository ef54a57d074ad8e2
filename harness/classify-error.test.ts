import { expect, test } from 'vitest'
import { classifyError } from './classify-error.ts'

const named = (name: string): Error => Object.assign(new Error('x'), { name })

test.each([
  [named('AuthenticationError'), 'authentication-failed'],
  [named('AuthenticationRequiredError'), 'authentication-failed'],
  [named('AggregateAuthenticationError'), 'authentication-failed'],
  [named('CredentialUnavailableError'), 'unavailable'],
  [named('AbortError'), 'aborted'],
  [named('ClientConfigurationError'), 'invalid-request'],
  [new RangeError('x'), 'invalid-request'],
  [new Error('x'), 'other'],
  [named('toString'), 'other'],
  ['text', 'other'],
  [null, 'other'],
])('%o is classified by its name', (error, kind) => {
  expect(classifyError(error)).toBe(kind)
})
