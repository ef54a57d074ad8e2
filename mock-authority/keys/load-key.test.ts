import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { loadKey } from './load-key.ts'
import { type KeyName, shippedKeys } from './shipped-keys.ts'

const names = Object.keys(shippedKeys) as KeyName[]

test.each(names)('the certificate of %s belongs to its key', (name) => {
  const { privateKey, x5c } = loadKey(name)
  expect(new X509Certificate(Buffer.from(x5c, 'base64')).checkPrivateKey(privateKey)).toBe(true)
})

test.each(names)('the certificate of %s outlives every virtual clock', (name) => {
  const { validFrom, validTo } = new X509Certificate(Buffer.from(loadKey(name).x5c, 'base64'))
  expect([validFrom, validTo]).toEqual(['Jan  1 00:00:00 1970 GMT', 'Dec 31 23:59:59 9999 GMT'])
})

test('thumbprints have the lengths that clients expect', () => {
  const { x5t, x5tS256 } = loadKey('tokenSigning1')
  expect([x5t.length, x5tS256.length]).toEqual([27, 43])
})

test('a key is parsed once', () => {
  expect(loadKey('clientCertificate')).toBe(loadKey('clientCertificate'))
})
