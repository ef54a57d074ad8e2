import { expect, test } from 'vitest'
import { generateDirectory } from './generate-directory.ts'

test('home, daemon, api and graph are always there', () => {
  const { tenants, applications, resources } = generateDirectory({}, '1')
  expect([tenants, applications, resources].map((all) => Object.keys(all))).toEqual([
    ['home'],
    ['daemon'],
    ['api', 'graph'],
  ])
})

test('the same seed gives the same directory', () => {
  const spec = { tenants: ['other'], resources: ['vault'] }
  expect(generateDirectory(spec, '1')).toEqual(generateDirectory(spec, '1'))
})

test('another seed gives another tenant', () => {
  const id = (seed: string) => generateDirectory({}, seed).tenants['home']?.id
  expect(id('1')).not.toBe(id('2'))
})

test('a tenant stays what it is when others come', () => {
  const home = generateDirectory({}, '1').tenants['home']
  expect(generateDirectory({ tenants: ['early', 'other'] }, '1').tenants['home']).toEqual(home)
})

test('every id is a GUID in lower case', () => {
  const { tenants, applications, resources } = generateDirectory({ tenants: ['other'] }, '1')
  const ids = [tenants, applications, resources].flatMap((all) =>
    Object.values(all).map(({ id }) => id),
  )
  expect(ids.filter((id) => !/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id))).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
})

test('only Graph takes tokens of version 1', () => {
  const { resources } = generateDirectory({ resources: ['vault'] }, '1')
  expect(Object.values(resources).map((one) => [one.identifierUri, one.tokenVersion])).toEqual([
    ['https://api.contoso.example', 2],
    ['https://graph.microsoft.com', 1],
    ['https://vault.contoso.example', 2],
  ])
})

test('home may be listed', () => {
  expect(Object.keys(generateDirectory({ tenants: ['home', 'other'] }, '1').tenants)).toEqual([
    'home',
    'other',
  ])
})
