import { expect, test } from 'vitest'
import { loadSubject } from './load-subject.ts'

/** A module as a data URL, so that no file is needed. */
const module = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`

const source = (code: string) => ({
  module: module(code),
  target: null,
  tsx: false,
  fallbackName: 'mine',
})

test.each([
  [
    'export const x = 1',
    'has no default export; it needs a subject object, or a function that makes a credential',
  ],
  ['export default 42', 'its default export is a number, and not a subject object or a function'],
  ['export default {}', 'its subject has no "name" or no "version"'],
  ['export default { name: "a", version: "1" }', 'its subject has no "create" function'],
  [
    'export default { name: "a", version: "1", create() {} }',
    'its subject has no list of "capabilities"',
  ],
  ['throw new RangeError("no tenant")', 'cannot be loaded: RangeError: no tenant'],
])('%s is refused in one sentence', async (code, message) => {
  expect(await loadSubject(source(code))).toEqual({ unusable: { blame: 'subject', message } })
})

test('a capability that is none is named together with those that are', async () => {
  const loaded = await loadSubject(
    source('export default { name: "a", version: "1", create() {}, capabilities: ["claim"] }'),
  )
  expect(loaded).toEqual({
    unusable: {
      blame: 'subject',
      message: expect.stringMatching(
        /^its subject claims the capability "claim", which is not one of claims, cae,/,
      ),
    },
  })
})

test('a module that was compiled to CommonJS gives what it exports as default', async () => {
  const loaded = await loadSubject(
    source('export default { __esModule: true, default: () => ({}) }'),
  )
  expect(loaded).toMatchObject({ facts: { name: 'mine', version: '0.0.0' } })
})

test('a bare function has the name of its file, and claims what the interface promises', async () => {
  const loaded = await loadSubject(source('export default () => ({ getToken: async () => null })'))
  expect(loaded).toMatchObject({
    facts: {
      name: 'mine',
      version: '0.0.0',
      capabilities: [
        'claims',
        'cae',
        'tenantId',
        'abort',
        'timeout',
        'parallel',
        'refresh',
        'discovery',
        'clock',
      ],
    },
  })
})
