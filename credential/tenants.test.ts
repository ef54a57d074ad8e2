import { expect, test } from 'vitest'
import { AuthenticationError } from './errors.ts'
import { isTenantId, resolveTenant } from './tenants.ts'

test.each([
  ['no tenant', undefined, [], 'own.example'],
  ['an empty tenant', '', [], 'own.example'],
  ['its own tenant', 'own.example', [], 'own.example'],
  ['its own tenant in capitals', 'OWN.EXAMPLE', [], 'own.example'],
  ['a tenant of the list', 'other.example', ['other.example'], 'other.example'],
  ['a tenant of the list in capitals', 'OTHER.example', ['other.example'], 'OTHER.example'],
  ['any tenant where all are allowed', 'other.example', ['*'], 'other.example'],
])('a call for %s is allowed', (_, requested, allowed, expected) => {
  expect(resolveTenant({ own: 'own.example', requested, allowed })).toBe(expected)
})

test.each([
  ['other.example', [], /"other\.example" is not allowed; add it to additionallyAllowedTenants/],
  ['other', ['another.example'], /is not allowed/],
  ['../other', ['*'], /consists of letters, digits/],
  ['a/b', ['*'], /consists of letters, digits/],
  ['..', ['*'], /consists of letters, digits/],
  [' own.example ', ['*'], /consists of letters, digits/],
  ['common', ['*'], /"common" is no tenant of an application/],
  ['Organizations', ['*'], /is no tenant of an application/],
])('a call for %j with %j allowed is refused', (requested, allowed, message) => {
  const refused = (): string => resolveTenant({ own: 'own.example', requested, allowed })
  expect(refused).toThrow(AuthenticationError)
  expect(refused).toThrow(message)
})

test('an AD FS farm has no second tenant', () => {
  expect(() => resolveTenant({ own: 'adfs', requested: 'other.example', allowed: ['*'] })).toThrow(
    /AD FS has no tenants/,
  )
})

test.each([
  ['contoso.onmicrosoft.com', true],
  ['11111111-1111-1111-1111-111111111111', true],
  ['', false],
  ['a b', false],
  ['a/b', false],
  ['.', false],
  ['..', false],
  ['tenant\n', false],
  ['tenänt', false],
])('%j as a tenant id is %s', (text, expected) => {
  expect(isTenantId(text)).toBe(expected)
})
