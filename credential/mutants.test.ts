import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Mutant } from './mutant.ts'
import reference from './subject.ts'

const folder = new URL('mutants/', import.meta.url)
const names = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''))

test('each mutant names the requirement it breaks, and is otherwise not to be told from the reference', async () => {
  expect(names.length).toBeGreaterThan(32)
  for (const name of names) {
    const { default: mutant } = (await import(`./mutants/${name}.ts`)) as { default: Mutant }
    const { breaks, create, ...rest } = mutant
    const { create: _, ...same } = reference
    expect([name, rest]).toEqual([name, same])
    expect([name, typeof create, breaks]).toEqual([
      name,
      'function',
      expect.stringMatching(/^[A-Z]+-\d\d$/),
    ])
  }
})
