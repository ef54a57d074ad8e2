import { defineConfig } from 'vitest/config'

const folders = ['harness', 'mock-authority', 'credential', 'reports'] as const

export default defineConfig({
  test: {
    pool: 'forks',
    projects: folders.map((folder) => ({
      extends: true as const,
      test: { name: folder, include: [`${folder}/**/*.test.ts`] },
    })),
  },
})
