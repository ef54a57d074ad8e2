import { CompactSign } from 'jose'
import { expect, test } from 'vitest'
import { createTestWorld, readJson, START } from '../authority-for-tests.ts'
import { type KeyPair, loadKey } from '../keys/load-key.ts'
import type { Json } from '../reply.ts'
import { type AssertionKind, signFederatedAssertion } from './sign.ts'

type Members = Readonly<Record<string, Json | undefined>>
const certificate = loadKey('clientCertificate')
const issuer = loadKey('federatedIssuer')

/** The usual assertion of a client, changed. */
function signed(world: ReturnType<typeof createTestWorld>, header: Members, claims: Members) {
  const { clientId, tenantId } = world
  return sign(
    { alg: 'RS256', typ: 'JWT', 'x5t#S256': certificate.x5tS256, ...header },
    {
      aud: `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`,
      iss: clientId,
      sub: clientId,
      exp: START + 600,
      ...claims,
    },
    certificate,
  )
}

function federated(header: Members, claims: Members, key: KeyPair = issuer) {
  const usual = {
    aud: ['api://AzureADTokenExchange'],
    iss: 'https://issuer.contoso.example',
    sub: 'system:serviceaccount:default:daemon',
    exp: START + 600,
  }
  return sign({ alg: 'RS256', kid: issuer.x5t, ...header }, { ...usual, ...claims }, key)
}

/** What is undefined is left out, as JSON does. */
function sign(header: Members, claims: Members, { privateKey }: KeyPair): Promise<string> {
  const alg = String(header['alg'])
  const protectedHeader = { ...(JSON.parse(JSON.stringify(header)) as object), alg }
  return new CompactSign(Buffer.from(JSON.stringify(claims)))
    .setProtectedHeader(protectedHeader)
    .sign(privateKey)
}

async function answer(world: ReturnType<typeof createTestWorld>, assertion: string) {
  const response = await world.post({ client_assertion: assertion })
  const body = await readJson(response)
  const codes = body['error_codes']
  return { code: Array.isArray(codes) ? codes[0] : 200, status: response.status, body }
}

test.each<[string, Members, Members, number]>([
  ['another type', { typ: 'at+jwt' }, {}, 5002727],
  ['no issuer', {}, { iss: undefined }, 90014],
  ['no subject', {}, { sub: undefined }, 90014],
  ['no audience', {}, { aud: undefined }, 90014],
  ['no expiry', {}, { exp: undefined }, 90014],
  ['no key named', { 'x5t#S256': undefined }, {}, 5002723],
  ['another issuer', {}, { iss: 'other' }, 700021],
  ['another subject', {}, { sub: 'other' }, 50048],
  ['another audience', {}, { aud: 'https://login.microsoftonline.com/other/v2.0' }, 700023],
  ['an audience that is no URL', {}, { aud: 'api://AzureADTokenExchange' }, 700023],
  ['an audience of another host', {}, { aud: 'https://evil.example/common/v2.0' }, 700023],
  ['an audience that is a number', {}, { aud: 7 }, 700023],
  ['its end five minutes ago', {}, { exp: START - 300 }, 700024],
  ['its beginning in more than five minutes', {}, { nbf: START + 301 }, 700024],
  ['an expiry that is no date', {}, { exp: 'tomorrow' }, 50027],
  ['an expiry out of all bounds', {}, { exp: -1e300 }, 700024],
  ['another key named', { 'x5t#S256': 'AAAA' }, {}, 700027],
])('an assertion of a certificate with %s is refused', async (_what, header, claims, code) => {
  const world = createTestWorld()
  expect((await answer(world, await signed(world, header, claims))).code).toBe(code)
})

test.each<[string, Members, Members]>([
  ['PS256', { alg: 'PS256' }, {}],
  [
    'the thumbprint in standard base64, as Go sends it',
    { 'x5t#S256': Buffer.from(certificate.x5tS256, 'base64url').toString('base64') },
    {},
  ],
  ['the old thumbprint', { 'x5t#S256': undefined, x5t: certificate.x5t }, {}],
  [
    'a key id that is the thumbprint',
    {
      'x5t#S256': undefined,
      kid: Buffer.from(certificate.x5t, 'base64url').toString('hex').toUpperCase(),
    },
    {},
  ],
  ['no type', { typ: undefined }, {}],
  ['its end less than five minutes ago', {}, { exp: START - 299 }],
  ['its beginning in five minutes', {}, { nbf: START + 300 }],
  ['dates as text, as MSAL.NET sends them', {}, { exp: String(START + 600), nbf: String(START) }],
  ['dates with a fraction, as MSAL for Python sends them', {}, { exp: START + 600.25 }],
  ['a life of years', {}, { exp: 99_999_999_999 }],
])('an assertion of a certificate with %s is taken', async (_what, header, claims) => {
  const world = createTestWorld()
  expect((await answer(world, await signed(world, header, claims))).code).toBe(200)
})

test.each([
  ['the token endpoint of version 1', '{id}/oauth2/token'],
  ['the issuer', '{id}/v2.0'],
  ['a domain', '{domain}/oauth2/v2.0/token'],
])('an audience may be %s', async (_what, path) => {
  const world = createTestWorld()
  const { id = '', domain = '' } = world.authority.directory.tenants['home'] ?? {}
  const aud = `https://sts.windows.net/${path.replace('{id}', id).replace('{domain}', domain)}`
  expect((await answer(world, await signed(world, {}, { aud }))).code).toBe(200)
})

test('an audience may be a host that the authority was told of', async () => {
  const world = createTestWorld()
  const assertion = await world.sign({ authorityHost: 'https://login.contoso.example/' })
  expect((await answer(world, assertion)).code).toBe(200)
})

test.each<[AssertionKind, number]>([
  ['valid', 200],
  ['expired', 700024],
  ['not-yet-valid', 700024],
  ['wrong-audience', 700023],
  ['wrong-issuer', 700021],
  ['wrong-key', 700027],
])('an assertion that was signed to be %s is answered with %i', async (kind, code) => {
  const world = createTestWorld()
  expect((await answer(world, await world.sign({ kind }))).code).toBe(code)
})

test('an assertion can be repeated, byte by byte', async () => {
  const world = createTestWorld()
  expect(await world.sign()).toBe(await world.sign())
  expect(await world.sign({ id: '2' })).not.toBe(await world.sign())
})

test('a refused assertion is told when it would have been good', async () => {
  const world = createTestWorld()
  const { body } = await answer(world, await signed(world, {}, { exp: START - 1000 }))
  expect(body['error_description']).toContain(
    'Current time: 2026-01-01T00:00:00.0000000Z, assertion valid from 1970-01-01T00:00:00.0000000Z, expiry time of assertion 2025-12-31T23:43:20.0000000Z.',
  )
})

test.each<[AssertionKind, string]>([
  ['wrong-key', 'The provided signature value did not match the expected signature value.'],
])('a signature of another key is told as such', async (kind, reason) => {
  const world = createTestWorld()
  const { body } = await answer(world, await world.sign({ kind }))
  const thumbprint = Buffer.from(certificate.x5tS256, 'base64url').toString('hex').toUpperCase()
  expect(body['error_description']).toContain(
    `[Reason - ${reason}, Thumbprint of key used by client: '${thumbprint}',`,
  )
})

test.each<[string, Members, Members, number]>([
  ['an unknown issuer', {}, { iss: 'https://evil.example' }, 700211],
  ['another audience', {}, { aud: 'https://login.microsoftonline.com/common' }, 700212],
  ['another subject', {}, { sub: 'system:serviceaccount:default:other' }, 700213],
  ['a subject in capitals', {}, { sub: 'SYSTEM:serviceaccount:default:daemon' }, 7002138],
  ['its end long ago', {}, { exp: START - 1000 }, 700024],
  ['no subject', {}, { sub: undefined }, 90014],
  ['an algorithm of certificates only', { alg: 'PS256' }, {}, 5002738],
  ['another key named', { kid: 'other' }, {}, 50013],
])('a federated assertion with %s is refused', async (_what, header, claims, code) => {
  const world = createTestWorld()
  expect((await answer(world, await federated(header, claims))).code).toBe(code)
})

test('a federated assertion that somebody else signed is refused', async () => {
  const forged = await federated({}, {}, loadKey('otherCertificate'))
  expect((await answer(createTestWorld(), forged)).code).toBe(50013)
})

test('a federated assertion is taken in every tenant', async () => {
  const world = createTestWorld()
  const assertion = await signFederatedAssertion({ id: '1', now: world.clock.now() })
  const tenants = Object.values(world.authority.directory.tenants)
  const answers = await Promise.all(
    tenants.map(({ id }) =>
      world.post(
        { client_assertion: assertion },
        `https://login.microsoftonline.com/${id}/oauth2/v2.0/token`,
      ),
    ),
  )
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
})

test.each([
  ['two segments', 'e30.e30'],
  ['no signature', 'e30.e30.'],
  ['no JSON', 'AAAA.AAAA.AAAA'],
  ['a list for a header', 'W10.e30.AAAA'],
  ['four segments', 'e30.e30.AAAA.AAAA'],
  ['an encrypted token', 'e30.AA.AA.AA.AA'],
  ['spaces', ' e30.e30.AAAA'],
  ['an object of the language', '[object Promise]'],
  ['a deep nest', `${Buffer.from('['.repeat(50_000)).toString('base64url')}.e30.AAAA`],
])('what is no assertion is refused: %s', async (_what, text) => {
  const world = createTestWorld()
  expect((await answer(world, text)).code).toBe(50027)
  expect(world.authority.exchanges()[0]?.assertion).toEqual({
    label: '<unknown assertion#1>',
    header: null,
    claims: null,
    signature: 'unknown',
  })
})

test.each(['none', 'HS256', 'ES256', '__proto__'])('the algorithm %s is refused', async (alg) => {
  const world = createTestWorld()
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const claims = { iss: world.clientId, sub: world.clientId, aud: 'x', exp: START + 600 }
  const header = { alg, 'x5t#S256': certificate.x5tS256 }
  const text = `${encode(header)}.${encode(claims)}.AAAA`
  expect(await answer(world, text)).toMatchObject({ code: 5002738, status: 401 })
})
