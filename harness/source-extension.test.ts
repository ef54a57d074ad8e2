import { expect, test } from 'vitest'
import { SOURCE_EXTENSION } from './source-extension.ts'

test('in the source tree a module ends in .ts', () => {
  expect(SOURCE_EXTENSION).toBe('.ts')
})
