import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { createTestWorld, START } from '../authority-for-tests.ts'

async function keySet(world: ReturnType<typeof createTestWorld>): Promise<JSONWebKeySet> {
  const url = 'https://login.microsoftonline.com/common/discovery/v2.0/keys'
  return (await (await world.get(url)).json()) as JSONWebKeySet
}

async function verify(token: string, keys: JSONWebKeySet): Promise<unknown> {
  const currentDate = new Date(START * 1000)
  const { payload } = await jwtVerify(token, createLocalJWKSet(keys), { currentDate })
  return payload['ver']
}

test('the keys verify tokens of both versions', async () => {
  const world = createTestWorld()
  const keys = await keySet(world)
  expect(await verify(await world.getToken(), keys)).toBe('2.0')
  const graph = await world.getToken({ scope: 'https://graph.microsoft.com/.default' })
  expect(await verify(graph, keys)).toBe('1.0')
})

test('after a rotation both keys are shown, and the new one signs', async () => {
  const world = createTestWorld()
  const [before, old] = [await keySet(world), await world.getToken()]
  world.authority.change({ change: 'rotate-keys' })
  const [after, young] = [await keySet(world), await world.getToken()]
  expect([before.keys.length, after.keys.length]).toEqual([1, 2])
  expect(await verify(old, after)).toBe('2.0')
  expect(await verify(young, after)).toBe('2.0')
  await expect(verify(young, before)).rejects.toMatchObject({ code: 'ERR_JWKS_NO_MATCHING_KEY' })
})

test('a key is named by its thumbprint, and names no algorithm', async () => {
  const [key] = (await keySet(createTestWorld())).keys
  expect(key).toMatchObject({ kty: 'RSA', use: 'sig', kid: key?.['x5t'], e: 'AQAB' })
  expect(Object.keys(key ?? {}).join(' ')).toBe(
    'kty use kid x5t n e x5c cloud_instance_name issuer',
  )
})

test('the keys of version 1 name no issuer', async () => {
  const response = await createTestWorld().get(
    'https://login.microsoftonline.com/common/discovery/keys',
  )
  expect(await response.text()).not.toContain('issuer')
})
