import { expect, test } from 'vitest'
import { isKnownAuthority, isMicrosoftHost, readAuthorityHost } from './authority-host.ts'

test.each([
  ['the public cloud without either', undefined, undefined, 'https://login.microsoftonline.com'],
  [
    'the environment',
    undefined,
    'https://login.microsoftonline.us',
    'https://login.microsoftonline.us',
  ],
  [
    'the option before the environment',
    'https://a.example',
    'https://b.example',
    'https://a.example',
  ],
  ['the environment where the option is empty', '', 'https://b.example', 'https://b.example'],
  ['the public cloud where both are empty', '', '', 'https://login.microsoftonline.com'],
  ['a host without its slashes', 'https://a.example//', undefined, 'https://a.example'],
  ['a host with its port', 'https://a.example:8443/', undefined, 'https://a.example:8443'],
  ['a host with its path', 'https://a.example/p/', undefined, 'https://a.example/p'],
])('the authority is %s', (_, option, environment, expected) => {
  expect(readAuthorityHost(option, environment)).toBe(expected)
})

test.each([
  ['http://a.example', undefined, /^authorityHost: expected an https URL/],
  ['a.example', undefined, /^authorityHost: expected an https URL/],
  ['localhost:1234', undefined, /^authorityHost: expected an https URL/],
  ['https://user:password@a.example', undefined, /without user, query and fragment/],
  ['https://a.example?x=1', undefined, /without user, query and fragment/],
  [undefined, 'http://a.example', /^AZURE_AUTHORITY_HOST: expected an https URL/],
])('option %j with environment %j is refused', (option, environment, message) => {
  expect(() => readAuthorityHost(option, environment)).toThrow(message)
})

test.each([
  ['https://login.microsoftonline.com', true],
  ['https://login.chinacloudapi.cn', true],
  ['https://login.partner.microsoftonline.cn', true],
  ['https://login.microsoftonline.com:8443', false],
  ['https://login.microsoftonline.com/p', false],
  ['https://login.microsoftonline.com.evil.example', false],
])('%s is known without discovery: %s', (authority, expected) => {
  expect(isKnownAuthority(authority)).toBe(expected)
})

test.each([
  ['westus2.login.microsoft.com', true],
  ['login.microsoftonline.us', true],
  ['evil.example', false],
  ['a.b.login.microsoft.com', false],
  ['login.microsoft.com.evil.example', false],
])('%s is run by Microsoft: %s', (host, expected) => {
  expect(isMicrosoftHost(host)).toBe(expected)
})
