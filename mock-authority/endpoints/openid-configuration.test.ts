import { expect, test } from 'vitest'
import { createTestWorld, readJson } from '../authority-for-tests.ts'

const LOGIN = 'https://login.microsoftonline.com'

test('the metadata of a tenant have the size of the live ones', async () => {
  const { get, tenantId } = createTestWorld()
  const response = await get(`${LOGIN}/${tenantId}/v2.0/.well-known/openid-configuration`)
  expect((await response.text()).length).toBe(1964)
  expect(response.headers.get('cache-control')).toBe('max-age=86400, private')
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
})

test.each([
  ['a tenant', '{id}', '{id}', '{id}', 'WW'],
  ['a domain', '{domain}', '{id}', '{id}', 'WW'],
  ['all tenants', 'common', 'common', '{tenantid}', null],
  ['all organizations', 'organizations', 'organizations', '{tenantid}', null],
])('the metadata of %s', async (_what, segment, inEndpoints, inIssuer, region) => {
  const { get, authority } = createTestWorld()
  const { id = '', domain = '' } = authority.directory.tenants['home'] ?? {}
  const fill = (text: string) => text.replace('{id}', id).replace('{domain}', domain)
  const body = await readJson(
    await get(`${LOGIN}/${fill(segment)}/v2.0/.well-known/openid-configuration`),
  )
  expect(body).toMatchObject({
    token_endpoint: `${LOGIN}/${fill(inEndpoints)}/oauth2/v2.0/token`,
    jwks_uri: `${LOGIN}/${fill(inEndpoints)}/discovery/v2.0/keys`,
    issuer: `${LOGIN}/${fill(inIssuer)}/v2.0`,
    tenant_region_scope: region,
    mtls_endpoint_aliases: {
      token_endpoint: `https://mtlsauth.microsoft.com/${fill(inEndpoints)}/oauth2/v2.0/token`,
    },
  })
})

test('version 1 has another issuer and other endpoints', async () => {
  const { get, tenantId } = createTestWorld()
  expect(
    await readJson(await get(`${LOGIN}/${tenantId}/.well-known/openid-configuration`)),
  ).toMatchObject({
    token_endpoint: `${LOGIN}/${tenantId}/oauth2/token`,
    issuer: `https://sts.windows.net/${tenantId}/`,
    microsoft_multi_refresh_token: true,
  })
})

test.each([
  ['login.contoso.example', 'login.contoso.example'],
  ['login.microsoftonline.us', 'login.microsoftonline.us'],
  ['login.windows.net', 'login.microsoftonline.com'],
  ['westus2.login.microsoft.com', 'login.microsoftonline.com'],
])('%s calls itself %s', async (host, named) => {
  const { get, tenantId } = createTestWorld()
  const body = await readJson(
    await get(`https://${host}/${tenantId}/v2.0/.well-known/openid-configuration`),
  )
  expect([body['issuer'], body['token_endpoint']]).toEqual([
    `https://${named}/${tenantId}/v2.0`,
    `https://${named}/${tenantId}/oauth2/v2.0/token`,
  ])
})

test.each([
  ['12345678-1234-4234-8234-123456789012', 'invalid_tenant', 90002],
  ['contoso.com', 'invalid_tenant', 90002],
  ['no_domain', 'invalid_request', 900023],
])('the tenant %s is refused, and that may be stored', async (tenant, error, code) => {
  const { get } = createTestWorld()
  const response = await get(`${LOGIN}/${tenant}/v2.0/.well-known/openid-configuration`)
  const body = await readJson(response)
  expect([response.status, body['error'], body['error_codes']]).toEqual([400, error, [code]])
  expect(response.headers.get('cache-control')).toBe('max-age=86400, private')
})
