import { expect, test } from 'vitest'
import { createTestWorld, readJson } from '../authority-for-tests.ts'

const DISCOVERY = 'https://login.microsoftonline.com/common/discovery/instance?api-version=1.1'

test.each([
  [
    'as clients of JavaScript send it',
    'https://login.microsoftonline.com/tid/oauth2/v2.0/authorize',
  ],
  ['encoded', encodeURIComponent('https://login.microsoftonline.com/tid/oauth2/v2.0/authorize')],
])('a host of Entra is known: %s', async (_how, probed) => {
  const response = await createTestWorld().get(`${DISCOVERY}&authorization_endpoint=${probed}`)
  const text = await response.text()
  expect(text).toMatch(
    /^\{"tenant_discovery_endpoint":"https:\/\/login\.microsoftonline\.com\/tid\/v2\.0\/\.well-known\/openid-configuration","api-version":"1\.1","metadata":\[\{"preferred_network":"login\.microsoftonline\.com","preferred_cache":"login\.windows\.net","aliases":\[/,
  )
})

test('the discovery of version 1 leads to the metadata of version 1', async () => {
  const probed = 'https://login.windows.net/tid/oauth2/authorize'
  const body = await readJson(
    await createTestWorld().get(`${DISCOVERY}&authorization_endpoint=${probed}`),
  )
  expect(body['tenant_discovery_endpoint']).toBe(
    'https://login.windows.net/tid/.well-known/openid-configuration',
  )
})

test.each([
  [
    'a host that is none of Entra',
    'https://login.contoso.example/tid/oauth2/v2.0/authorize',
    'invalid_instance',
    50049,
  ],
  [
    'plain http',
    'http://login.microsoftonline.com/tid/oauth2/v2.0/authorize',
    'invalid_instance',
    50049,
  ],
  ['no URL', 'nothing', 'invalid_request', 50050],
  ['nothing', '', 'invalid_request', 50050],
])('%s is refused', async (_what, probed, error, code) => {
  const response = await createTestWorld().get(`${DISCOVERY}&authorization_endpoint=${probed}`)
  const body = await readJson(response)
  expect([response.status, body['error'], body['error_codes']]).toEqual([400, error, [code]])
})
