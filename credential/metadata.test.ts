import { expect, test } from 'vitest'
import { answer, arrange, HOME, rejection, SCOPE, type Wanted } from './arrange-for-tests.ts'

const HOST = 'https://login.contoso.example:8443'
const METADATA = `${HOST}/${HOME}/v2.0/.well-known/openid-configuration`
const right = {
  issuer: `${HOST}/${HOME}/v2.0`,
  token_endpoint: `${HOST}/${HOME}/oauth2/v2.0/token`,
}

test('a known host needs no discovery', async () => {
  const { credential, sent } = arrange()
  await credential.getToken(SCOPE)
  expect(urls(sent)).toEqual([`https://login.microsoftonline.com/${HOME}/oauth2/v2.0/token`])
})

test('an unknown host is looked up at Microsoft, then asked for its metadata', async () => {
  const { credential, sent } = arrange({
    authorityHost: HOST,
    replies: [answer(200, {}), answer(200, right)],
  })
  await credential.getToken(SCOPE)
  const authorize = encodeURIComponent(`${HOST}/${HOME}/oauth2/v2.0/authorize`)
  const discovery = 'https://login.microsoftonline.com/common/discovery/instance'
  expect(urls(sent)).toEqual([
    `${discovery}?api-version=1.1&authorization_endpoint=${authorize}`,
    METADATA,
    right.token_endpoint,
  ])
})

test('an unknown host that Microsoft does not know is refused before the assertion is asked for', async () => {
  const { credential, sent, asked } = arrange({
    authorityHost: HOST,
    replies: [
      answer(400, { error: 'invalid_instance', error_description: 'AADSTS50049: Unknown' }),
    ],
  })
  const error = await rejection(credential.getToken(SCOPE))
  expect(error).toMatchObject({ code: 'invalid_instance', aadsts: 50049 })
  expect([sent.length, asked.length]).toEqual([1, 0])
})

test('metadata is asked for once, and by many at once', async () => {
  const { credential, sent } = arrange(custom(right))
  await Promise.all(['a', 'b', 'c'].map((scope) => credential.getToken(scope)))
  await credential.getToken('d')
  expect(urls(sent).filter((url) => url === METADATA)).toHaveLength(1)
})

test('metadata that could not be had is asked for again', async () => {
  const { credential } = arrange({
    ...custom(right),
    replies: [answer(404, ''), answer(200, right)],
  })
  expect(await rejection(credential.getToken(SCOPE))).toMatchObject({ status: 404 })
  expect((await credential.getToken(SCOPE)).token).toBe('token-1')
})

test.each([
  ['no issuer', { ...right, issuer: undefined }, 'names no "issuer"'],
  ['a foreign issuer', { ...right, issuer: 'https://evil.example/' }, '"issuer" is not of this'],
  ['no token endpoint', { ...right, token_endpoint: undefined }, 'names no "token_endpoint"'],
  [
    'a token endpoint without TLS',
    { ...right, token_endpoint: right.token_endpoint.replace('https', 'http') },
    'not an https URL of this authority',
  ],
  [
    'a token endpoint elsewhere',
    { ...right, token_endpoint: 'https://evil.example/token' },
    'not an https URL of this authority',
  ],
  ['nothing that could be read', 'nonsense', 'names no "issuer"'],
])('metadata with %s is refused, however often', async (_, metadata, message) => {
  const { credential, sent, asked } = arrange({
    ...custom(metadata),
    replies: [answer(200, metadata), answer(200, metadata)],
  })
  for (let call = 1; call <= 2; call += 1) {
    const error = await rejection(credential.getToken(SCOPE))
    expect(error).toMatchObject({ code: 'endpoints_resolution_error', status: 200 })
    expect(error.message).toContain(message)
  }
  expect(urls(sent)).toEqual([METADATA, METADATA])
  expect(asked).toEqual([])
})

test('AD FS has its metadata elsewhere, and is not looked up at Microsoft', async () => {
  const endpoint = `${HOST}/adfs/oauth2/token/`
  const { credential, sent } = arrange({
    authorityHost: HOST,
    tenantId: 'adfs',
    replies: [answer(200, { issuer: `${HOST}/adfs`, token_endpoint: endpoint })],
  })
  await credential.getToken(SCOPE)
  expect(urls(sent)).toEqual([`${HOST}/adfs/.well-known/openid-configuration`, endpoint])
})

function custom(metadata: unknown): Wanted {
  return {
    authorityHost: HOST,
    disableInstanceDiscovery: true,
    replies: [answer(200, metadata)],
  }
}

function urls(sent: readonly { readonly url: string }[]): readonly string[] {
  return sent.map(({ url }) => url)
}
