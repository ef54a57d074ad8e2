import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { entryPoints, packageManifest, publishedFolders } from './package-manifest.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const dist = join(root, 'dist')

build()

/** Writes a package to `dist/` that can be published: compiled code, its declarations, and the data beside it. */
function build(): void {
  rmSync(dist, { recursive: true, force: true })
  compile()
  rewriteDeclarations()
  copyData()
  writeBin()
  writeManifest()
  process.stdout.write(`dist/ holds ${filesOf(dist).length} files\n`)
}

function compile(): void {
  const manifestFile = createRequire(import.meta.url).resolve('typescript/package.json')
  const tsc = join(dirname(manifestFile), 'bin', 'tsc')
  const { status } = spawnSync(process.execPath, [tsc, '-p', 'tsconfig.build.json'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('tsconfig.build.json: the code does not compile')
}

/** The compiler turns `./x.ts` into `./x.js` in code, but leaves it in declarations. */
function rewriteDeclarations(): void {
  for (const file of filesOf(dist).filter((name) => name.endsWith('.d.ts'))) {
    const text = readFileSync(file, 'utf8')
    writeFileSync(
      file,
      text.replace(/((?:from|import\()\s*['"]\.{1,2}\/[^'"]+)\.ts(['"])/g, '$1.js$2'),
    )
  }
}

/** Everything in the published folders that is no TypeScript of ours: scenarios, keys, probes, drivers. */
function copyData(): void {
  for (const folder of publishedFolders.filter((name) => existsSync(join(root, name)))) {
    cpSync(join(root, folder), join(dist, folder), { recursive: true, filter: isData })
  }
  for (const paper of ['README.md', 'LICENSE']) cpSync(join(root, paper), join(dist, paper))
}

function isData(path: string): boolean {
  const name = relative(root, path)
  const left =
    /(^|[/\\])(node_modules|out|golden|__pycache__)$|^harness[/\\](bin|bench|packaging)$|\.ts$|\.pyc$/
  return !left.test(name)
}

/** The bin is plain JavaScript already; only the module that it starts has another name here. */
function writeBin(): void {
  const text = readFileSync(join(root, 'harness/bin/touchstone.js'), 'utf8')
  const started = text.replace('../cli.ts', '../cli.js')
  if (started === text) throw new Error('harness/bin/touchstone.js: does not import ../cli.ts')
  cpSync(join(root, 'harness/bin/touchstone.js'), join(dist, 'harness/bin/touchstone.js'))
  writeFileSync(join(dist, 'harness/bin/touchstone.js'), started)
}

function writeManifest(): void {
  for (const module of Object.values(entryPoints)) {
    if (!existsSync(join(dist, `${module}.js`)))
      throw new Error(`${module}.ts: is an entry point, and is not there`)
  }
  const manifest = packageManifest(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))
  writeFileSync(join(dist, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`)
}

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}
