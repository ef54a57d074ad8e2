import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { moduleUrl, SOURCE_EXTENSION } from './source-extension.ts'

test('in the source tree a module ends in .ts', () => {
  expect(SOURCE_EXTENSION).toBe('.ts')
})

test('a module is found beside the one that asks for it', () => {
  const url = moduleUrl('./source-extension', import.meta.url)
  expect(url.pathname.endsWith('/harness/source-extension.ts')).toBe(true)
  expect(existsSync(url)).toBe(true)
})
