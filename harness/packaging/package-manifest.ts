/** What we read of the root's package.json. */
export interface RootManifest {
  readonly version: string
  readonly description: string
  readonly license: string
  readonly engines: Readonly<Record<string, string>>
  readonly dependencies: Readonly<Record<string, string>>
}

/** How Node and TypeScript find one entry point; `types` has to come first. */
interface EntryPoint {
  readonly types: string
  readonly default: string
}

/** Folders of the published package; they keep their places, because the code looks for its files beside itself. */
export const publishedFolders = [
  'harness',
  'mock-authority',
  'credential',
  'reports',
  'scenarios',
] as const

/** What users may import, and the module that answers. */
export const entryPoints = {
  './subject': 'harness/subject',
  './mock-authority': 'mock-authority/create-authority',
  './mock-authority/msw': 'mock-authority/mounts/msw',
  './credential': 'credential/client-assertion',
} as const satisfies Readonly<Record<string, string>>

/** The package.json of the published package: no script, no development dependency, and no Node of its own. */
export function packageManifest(root: RootManifest) {
  return {
    name: 'touchstone',
    version: root.version,
    description: root.description,
    license: root.license,
    type: 'module',
    engines: root.engines,
    bin: { touchstone: 'harness/bin/touchstone.js' },
    exports: manifestExports(),
    files: publishedFolders,
    dependencies: root.dependencies,
  }
}

function manifestExports(): Readonly<Record<string, EntryPoint | string>> {
  return { ...exportsOf(entryPoints), './package.json': './package.json' }
}

function exportsOf(
  entries: Readonly<Record<string, string>>,
): Readonly<Record<string, EntryPoint>> {
  return Object.fromEntries(
    Object.entries(entries).map(([name, module]) => [
      name,
      { types: `./${module}.d.ts`, default: `./${module}.js` },
    ]),
  )
}
