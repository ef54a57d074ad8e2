import { expect, test } from 'vitest'
import { againCommand } from './again.ts'

test.each([
  [
    'the subject',
    { subject: 'npm:@azure/identity', seed: 42, scenarios: [] },
    'npx touchstone run a/b:c --subject npm:@azure/identity --trace',
  ],
  [
    'folders and a seed of one’s own',
    { subject: './x.ts', seed: 7, scenarios: ['one', 'two'] },
    'npx touchstone run a/b:c --subject ./x.ts --scenarios one --scenarios two --seed 7 --trace',
  ],
  [
    'what a shell would split or expand, in quotes',
    { subject: "cmd:it's $HOME", seed: 42, scenarios: [] },
    `npx touchstone run a/b:c --subject 'cmd:it'\\''s $HOME' --trace`,
  ],
])('a check is played again with %s', (_what, options, command) => {
  expect(againCommand('a/b:c', options)).toBe(command)
})
